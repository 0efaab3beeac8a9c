"""Reading a workspace from text files, with the place of everything that is wrong; writing its schemas and a new one."""
