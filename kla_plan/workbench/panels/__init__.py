"""The eight steps of the workbench, one panel each."""
