# The draft page and the bin.
draft-all = All
draft-all-groups = All groups
draft-list = Recommendations
draft-sheet = The recommendation
draft-groups = Groups
draft-which-group = Which group do you write for?
draft-no-groups = There is no group yet. Add one on the Event page.
draft-count = { $count ->
    [0] No recommendations yet
    [one] 1 recommendation
   *[other] { $count } recommendations
 }
draft-found = { $count ->
    [0] Nothing found
    [one] 1 found
   *[other] { $count } found
 }
draft-show-all = Show all
draft-find = Find
draft-filter = Show only some
draft-undecided = Only those with two versions to choose from
draft-add = Add
draft-add-long = Add a recommendation
draft-new-row = New recommendation
draft-none = No recommendation yet
draft-none-next = Write down the first one as it is said. Who is asked and by when can follow.
draft-nothing-chosen = Choose a recommendation
draft-nothing-next = Choose one from the list, or add a new one.
draft-to-list = List
draft-next = Finish and write the next
draft-about = About this recommendation
draft-in-bin = This recommendation is in the bin.
restore = Bring back
undo = Undo
redo = Redo
clear = Clear
choose = Choose
two-versions = Two versions
state = How far is it?
state-any = Any
state-draft = Draft
state-ready = Ready
state-agreed = Agreed
state-earlier = The text was changed after this was said.
state-still = It still holds
text = Recommendation
text-language = Language of the text
text-words = { $count ->
    [0] One action, one body, one date reads best.
    [one] 1 word. One action, one body, one date reads best.
   *[other] { $count } words. One action, one body, one date reads best.
 }
text-long = { $count ->
    [one] 1 word. Could this be two recommendations?
   *[other] { $count } words. Could this be two recommendations?
 }
text-full = There is no room for more in one text. Divide it.
text-taken-as = Taken as a text in: { $lang }
text-guess = Which language is this?
text-add = Add the same text in { $lang }
text-same-in = The same in { $lang }
text-behind = The { $lang } text was changed after this one was written.
text-says-same = This one still says the same
asked = Who is asked?
asked-any = Anyone
asked-others = Others
term-find = Find among all
term-none = Nothing found. Terms can be added on the Event page.
lead = Who leads?
lead-hint = The others support.
themes = What is it about?
theme-main = Which is the main theme?
horizon = By when?
horizon-immediate = Within 3 months
horizon-short = Within 12 months
horizon-medium = 1 to 3 years
horizon-long = More than 3 years
horizon-continuous = Continuous
horizon-day = On a date
due = Date
due-several = Several dates were given:
urgency = How strongly?
issue = Which crime?
issue-others = More exactly
issue-exact = Which exactly?
indicator = How will anyone know?
indicator-hint = What can be counted or seen when it is done.
affected = Whom does it protect?
instruments = Which law or policy does it rest on?
levels = Where?
sdg = Which Sustainable Development Goals?
evidence = What does this rest on?
dissent = Who disagrees?
place = In the list
place-of = { $place } of { $all }
place-number = Write a number from 1 to { $all }.
move-up = Up
move-down = Down
move-to = Move to position
move = Move
to-bin = Put in the bin
keys = Keys
keys-hint = Letters and digits work while no text field is active.
key-help = This list
said-added = Added { $number }
said-binned = { $number } is in the bin. Undo brings it back.
said-back = { $number } is back in its list
said-moved = Moved to position { $place } of { $all }
said-undone = Undone
said-redone = Done again
said-stays = This was changed since; it stays as it is
said-nothing-undone = There is nothing to undo
said-nothing-redone = There is nothing to do again
said-choose-group = Choose a group first
said-asked = { $body } is asked
said-not-asked = { $body } is no longer asked
said-leads = { $body } leads
early-hint = The workbook is still being opened. You can begin: what you write becomes a new recommendation.
early-waits = What you wrote while the workbook was being opened waits for its group:
bin-empty = The bin is empty. What is put in the bin can be brought back from here.
bin-hint = Nothing here is lost. Bring back what is needed again.
