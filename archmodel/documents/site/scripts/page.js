"use strict";
// Every page: "/" goes to the search box, Escape or a click elsewhere closes an open menu. Pages work without it.
(() => {
  const open = () => document.querySelector("details.group[open]");
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById("tim").focus();
    } else if (event.key === "Escape" && open()) {
      const group = open();
      group.open = false;
      if (group.contains(document.activeElement)) group.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    const group = open();
    if (group && !group.contains(event.target)) group.open = false;
  });
})();
