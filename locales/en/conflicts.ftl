# The page of what has to be decided.
conflicts-count = { $count ->
    [one] For one field there are two versions, written without sight of each other. Choose one, or write another.
   *[other] For { $count } fields there are two versions, written without sight of each other. Choose one of each, or write another.
 }
conflicts-none = Nothing has to be decided. Where two people wrote the same field without sight of each other, both texts wait here until somebody chooses.
conflicts-to-draft = To the recommendations
conflicts-more = { $count ->
    [one] 1 more follows.
   *[other] { $count } more follow.
 }
conflicts-by = { $who }, { $when }
conflicts-no-group = Somebody without a group
conflicts-choose = Use this one
conflicts-another = Write another
conflicts-another-text = Another text
conflicts-use = Use this text
conflicts-empty = Type a text first.
conflicts-open = Open the recommendation
conflicts-decided = { $count ->
    [0] Decided. Nothing is left to decide.
    [one] Decided. 1 is left.
   *[other] Decided. { $count } are left.
 }
conflicts-take-back = Take the last decision back
conflicts-taken-back = Taken back.
clashes-count = { $count ->
    [one] 1 entry stands here twice with different contents
   *[other] { $count } entries stand here twice with different contents
 }
clashes-hint = A file was copied or changed outside this program. Nothing was lost: all contents are kept and shown.
