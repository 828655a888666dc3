# This laptop
laptop-kept = What this browser keeps
laptop-promised = This browser has promised not to throw away what is kept here when its disk runs full.
laptop-not-promised = This browser has not promised to keep what is here when its disk runs full. Make files often.
laptop-no-promise = This browser cannot be asked whether it keeps what is here. Make files often.
laptop-ask = Ask the browser to keep it
laptop-kept-hint = Cleaning up the browser, or using a private window, removes what is kept here. A file on a stick is the safe copy.
laptop-private = Names and looks
laptop-neutral = Neutral names: the tab and new files are called “Document”
laptop-neutral-hint = For laptops that others use too. Inside the program everything is as before.
laptop-curtain = Ctrl and full stop hide the page at once; the same keys show it again.
laptop-curtain-now = Hide the page now
erase = Erase from this laptop
erase-hint = For borrowed laptops. What is erased cannot be brought back here; the files you made are not touched.
erase-none = No workbook is kept on this laptop.
erase-book = Erase { $name }
erase-check-hint = Choose the file you made of this workbook. It is read through; if nothing is missing in it, the workbook may be erased.
erase-check = Choose the file
erase-file-whole = This file holds everything. The workbook can be erased here.
erase-file-lacks = This file does not hold everything that is here. Make a new file first.
erase-file-unusable = This is no whole workbook file. Choose another one.
erase-type = Or, without a file, type: { $word }
erase-type-all = To erase everything, type: { $word }
erase-word = erase
erase-now = Erase it from this laptop
erase-all = Erase everything of this program
erase-all-hint = All workbooks, the original files that were taken in, ballots that were not counted yet, settings, and the program’s own files for use without a network.
erase-all-now = Erase everything
erase-remains = What remains: files in the download folder and on sticks, and traces that special tools may find on the disk until it is written over.
erased = Erased from this laptop.
erased-all = Everything of this program is erased from this browser. To use it again without a network it has to be loaded once more.
not-erased = It could not be erased. Close other tabs of this program and try again.
damaged-books = { $count ->
    [one] Something of 1 workbook is on this laptop but cannot be opened. It is not deleted: save a rescue copy, then open that file here.
   *[other] Something of { $count } workbooks is on this laptop but cannot be opened. It is not deleted: save a rescue copy of each, then open these files here.
 }
damaged-parts = { $count ->
    [one] 1 change that is kept here could not be read and is not shown. It is not deleted: save a rescue copy.
   *[other] { $count } changes that are kept here could not be read and are not shown. They are not deleted: save a rescue copy.
 }
damaged-copy = Save a rescue copy
