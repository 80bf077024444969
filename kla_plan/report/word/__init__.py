"""The documents in Word: context by chapter, template, contents with page numbers."""
