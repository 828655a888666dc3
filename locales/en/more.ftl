# What is unfolded on the draft page: the other fields, the history, the keys.

more = { $count ->
    [0] More
    [one] More (1 filled in)
   *[other] More ({ $count } filled in)
 }
action = What kind of action?
rationale = Why?
rationale-hint = What the group knows or has seen. No names of persons.
dissent-hint = A view of a few, in their own words. It is printed beside the recommendation.
dissent-one = Statement
dissent-add = Add a statement
source = Number in the list it came from
source-hint = Filled in when a list is taken in.
history = { $count ->
    [one] 1 earlier text
   *[other] { $count } earlier texts
 }
version-now = as it is now
version-none = The text was taken out.
version-restore = Use this text again
key-next = Finish, write the next
key-add = Add
key-find = Find
key-ask = Who is asked, in the order shown
key-lead = Who leads
key-row = In the list: another recommendation
key-move = Move up or down in the list
key-undo = Undo
key-redo = Redo
key-undo-typing = Undo, also in a text field
key-export = Make a file
said-restored = The earlier text is here again
version-plenary = in plenary
