# Prioritising: the method card, ballots, results.
rounds-lead = Everyone votes in secret on this laptop, one after the other. Results are shown when the round is closed.
rounds-new = New round
rounds-none = No round yet. Say below who votes and how, then begin the first one.
rounds-no-recs = This group has no recommendations to vote on yet.
rounds-group = Who votes?
rounds-plenary = Plenary: the final list
rounds-group-heading = Rounds of { $group }
rounds-preset = How should it be asked?
preset-quick = Quick
preset-quick-hint = Dots to spread. { $interactions } answers from each voter, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } each.
preset-standard = Standard
preset-standard-hint = Agreement from 1 to 9, then { $k ->
    [one] the best one
   *[other] the best { $k }
 }. { $interactions } answers from each voter, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } each.
preset-thorough = Thorough
preset-thorough-hint = Impact, feasibility, agreement, then how far everyone can go along. { $interactions } answers from each voter, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } each.
preset-hands = Show of hands
preset-hands-hint = Hands are raised and somebody types the counts. Not secret.
rounds-which = Which recommendations?
rounds-which-all = All { $count } of this group
rounds-alike = { $count ->
    [one] 1 pair looks alike, and votes would be split between the two. Decide first:
   *[other] { $count } pairs look alike, and votes would be split between them. Decide first:
 }
rounds-which-ready = { $count ->
    [one] The 1 that is ready or agreed
   *[other] The { $count } that are ready or agreed
 }
rounds-present = How many people are present?
rounds-present-needed = Type how many people are present: at least 1.
rounds-categories = Who they are (optional)
rounds-categories-hint = Numbers only, never names. A category of one or two is not kept: it becomes “other”.
rounds-details = Details of the method
rounds-asked = The question, in your own words
rounds-asked-hint = Leave it empty for the usual question.
rounds-quorum = How many have to vote for the result to count?
quorum-half = Half
quorum-two-thirds = Two thirds
quorum-three-quarters = Three quarters
rounds-k = How many each voter ranks
rounds-dots = Dots of each voter
rounds-cap = Most dots on one recommendation (at most 9)
rounds-rule = How many hands are enough?
rule-more-than-half = More than half
rule-more-than-two-thirds = More than two thirds
rule-at-least-70 = At least 70 %
rule-at-least-75 = At least 75 %
rounds-begin = Lock the card and begin
rounds-begin-hint = A locked card cannot be changed. For another question begin another round.
rounds-begun = The card is locked. Hand the laptop to the first voter.
rounds-not-begun = The round was not begun: this browser gives no random numbers. Try another browser.
round-stage-open = Open: ballots can be cast
round-stage-closed = Closed
round-stage-void = Void
round-stage-broken = The card cannot be read, or two versions of it met
round-open-link = Go on with the ballot
round-closed-link = See the results
round-void-link = See why
round-of = { $group }, { $when }
card = Method card
card-mark = Fingerprint
card-mark-hint = Two printed cards with the same fingerprint are the same card.
card-methods = Asked
card-present = Present
card-quorum = Needed
card-quorum-value = { $count ->
    [one] 1 vote ({ $rule })
   *[other] { $count } votes ({ $rule })
 }
card-categories = Categories
card-items = Recommendations
card-locked = Locked
method-dots = Dots: { $dots } each, at most { $cap } on one
method-impact = Impact, 1 to 5
method-feasibility = Feasibility, 1 to 5
method-rating = Agreement, 1 to 9
method-ranking = { $k ->
    [one] The best one
   *[other] The best { $k }, best first
 }
method-gradients = How far one can go along, 1 to 8
method-hands = Show of hands: { $rule }
category-other = Other
booth-hand-over = Hand the laptop to the next person
booth-alone = Only the person who votes looks at the screen.
booth-cast = { $count ->
    [0] No ballot has been cast yet.
    [one] 1 ballot has been cast.
   *[other] { $count } ballots have been cast.
 }
booth-begin = Begin
booth-who = I vote as:
booth-who-hint = One click begins. It is kept only where three or more vote as the same.
booth-ballot = Ballot
booth-progress = { $turn } of { $all }
booth-question-dots = How many dots do you give it?
booth-question-impact = How much would it change?
booth-question-feasibility = How feasible is it within the time?
booth-question-rating = How far do you agree that this should be recommended?
booth-question-gradients = How far can you go along with it?
booth-question-ranking = { $k ->
    [one] Which one matters most?
   *[other] Which { $k } matter most? Best first.
 }
booth-dots-left = { $count ->
    [one] 1 dot left
   *[other] { $count } dots left
 }
booth-too-many-dots = So many dots are not left. Give fewer, or go back and take some away.
booth-dots-0 = None
booth-impact-1 = Hardly anything
booth-impact-2 = A little
booth-impact-3 = Something
booth-impact-4 = Much
booth-impact-5 = Very much
booth-feasibility-1 = Hardly
booth-feasibility-2 = With difficulty
booth-feasibility-3 = Perhaps
booth-feasibility-4 = Quite
booth-feasibility-5 = Easily
booth-rating-1 = Not at all
booth-rating-5 = Undecided
booth-rating-9 = Fully
booth-gradients-1 = I endorse it
booth-gradients-2 = I agree, with a minor point
booth-gradients-3 = I support it, with reservations
booth-gradients-4 = I abstain
booth-gradients-5 = It needs more discussion
booth-gradients-6 = I do not like it, but will support it
booth-gradients-7 = I seriously disagree
booth-gradients-8 = I block it
booth-reason = Why?
booth-reason-hint = This answer needs a reason. The group reads it, not who gave it. Name nobody.
booth-reason-done = Continue
booth-reason-needed = Write the reason first, or go back and choose another answer.
booth-pass = Pass
booth-back = Back
booth-hint = Nobody sees this choice.
booth-keys-from = { $from } to { $to }
booth-rank-hint = Press its number, or click. A second time takes it out.
booth-rank-hint-long = Press the digits of its number one after the other, or click. A second time takes it out.
booth-rank-typed = Pressed: { $digits }
booth-ranked = place { $place }
booth-rank-done = That is all
booth-review = Your ballot
booth-review-hint = Change what you like. When you are done it cannot be opened again.
booth-passed = passed
booth-change = Change
booth-done = Done: cast it and pass the laptop
booth-done-said = Cast. Hand the laptop to the next person.
booth-drop = Stop without casting
booth-drop-hint = What was answered on this ballot is forgotten.
booth-reasons-missing = Give a reason where you cannot support a recommendation.
booth-not-cast = The ballot was not cast. { $why }
booth-unsafe = This browser keeps nothing: ballots are lost when the page is closed.
round-group-acts = For the group
round-close = Close the round and show the results
round-close-hint = Nobody can vote after it. This cannot be taken back.
round-close-few = { $count ->
    [one] 1 of { $quorum } needed ballots has been cast. The result will be an indication only.
   *[other] { $count } of { $quorum } needed ballots have been cast. The result will be an indication only.
 }
round-closed-said = The round is closed. These are the results.
round-not-closed = The round was not closed. { $why }
round-void = Declare the round void
round-void-reason = The reason
round-void-hint = The ballots are destroyed. The reason stays in the workbook.
round-void-needed = Write the reason first.
round-void-done = The round is void.
round-is-void = This round was declared void: { $reason }
round-is-broken = The card of this round cannot be read, or two laptops locked different cards for it. It cannot be counted. Begin another round.
round-is-gone = This round is not in the workbook. Choose another one, or take in the file it is in.
rounds-back = Back to the rounds
paper = Ballots on paper
paper-hint = Print ballots, collect them in a box, mix them, then type each in here. One row is one ballot.
paper-print = Print ballots
paper-type = Type in a ballot
paper-number = Ballot on paper
paper-answer = { $number }, { $method }
paper-short-dots = Dots
paper-short-impact = Impact
paper-short-feasibility = Feasibility
paper-short-rating = Agreement
paper-short-gradients = Goes along
paper-rank-field = Place { $place }: number of the recommendation
paper-add = Add this ballot
paper-added = The ballot was added. { $count ->
    [one] 1 is in the box.
   *[other] { $count } are in the box.
 }
paper-wrong = This answer is not on the card: { $answer }
paper-too-many-dots = More dots than a voter has: { $answer }
paper-category-choose = Choose from the ballot
paper-category-needed = Choose as what this ballot was filled in.
paper-reason-needed = Answer { $answer } needs a reason: type the one on the ballot.
paper-why = With 5 to 8: why?
paper-fold-here = Fold and put into the box. Write no name.
hands-heading = Count the hands
hands-hint = Ask for one recommendation after the other and type the counts.
hands-yes = For
hands-no = Against
hands-abstain = Neither
hands-keep = Keep the counts and show the results
hands-wrong = A count is a whole number of people.
hands-too-many = These are more hands than people: { $present } are present. Count again.
results-voters = { $voters ->
    [one] 1 voted
   *[other] { $voters } voted
 }
results-quorate = The quorum of { $quorum } is met.
results-not-quorate = The quorum of { $quorum } is not met: read this as an indication only.
results-refused = { $count ->
    [one] 1 ballot did not fit the card and was left out.
   *[other] { $count } ballots did not fit the card and were left out.
 }
results-few = Fewer than five people rated: there is no verdict.
results-tiers = In order of priority
results-tiers-hint = A line between two tiers means: whoever is left out, all above it still stand above all below it. Within a tier no order is meant.
results-no-tiers = There is no order: nobody voted on one.
results-tier = Tier { $tier }
results-not-compared = Not compared
results-outdated = The text was changed after the vote.
results-verdict-supported = Supported
results-verdict-not-supported = Not supported
results-verdict-uncertain = Uncertain
results-disagreement = People disagree
results-no-verdict = Too few ratings for a verdict
results-median = median { $median }, { $n ->
    [one] 1 rating
   *[other] { $n } ratings
 }
results-none-rated = Nobody rated it
results-points = { $points ->
    [one] 1 point
   *[other] { $points } points
 }, ranked by { $voters ->
    [one] 1 person
   *[other] { $voters } people
 }
results-dots = { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
 } from { $voters ->
    [one] 1 person
   *[other] { $voters } people
 }
results-no-dots = No dot
results-no-points = Ranked by nobody
results-agree = In favour: { $who }
results-against = Against: { $who }
results-split = Undecided: { $who }
results-adopted = Adopted
results-adopted-by-majority = Adopted by majority; dissent is recorded
results-not-adopted = Not adopted
results-no-quorum = Too few voted
results-passes = Passed: { $yes } for, { $no } against, { $abstain } neither
results-fails = Not passed: { $yes } for, { $no } against, { $abstain } neither
results-reasons = Reasons given
results-dissent = Minority statement
results-attach = Attach a minority statement
results-strip = Ratings from 1 to 9: { $counts }
results-peculiar = Some put it first and some nowhere: worth a talk.
results-concordance = How alike the orders are (Kendall’s W): { $w } of 1
figures-more = More figures
figures-hint = For those who want to check. A dash means that there is no such figure.
figures-consensus = Consensus
figures-consensus-hint = How close together the ratings are (Tastle and Wierman). 1: all at one point. 0: half at each end.
figures-controversy = Division
figures-controversy-hint = How evenly those in favour and those against are split. 1: half against half. 0: one side only.
figures-bridging = Common ground
figures-bridging-hint = How far the categories agree, each for itself: from 0 to 1. One category against it lowers it much.
figures-first = First places
figures-first-hint = How many put it first.
figures-borda = Borda points
figures-borda-hint = On each ballot a recommendation gets one point for each that stands below it.
figures-schulze = Schulze place
figures-schulze-hint = 1 and the number of those that would win against it, two by two. Worked out for up to 60.
results-charts = Charts
results-table = The same as a table
results-item = Recommendation
results-chart-agreement = Who agrees
results-chart-agreement-hint = Left of the line: against (1 to 3). Right of it: in favour (7 to 9). On the line: in between.
results-against-short = Against
results-between-short = In between
results-favour-short = In favour
results-chart-matrix = Impact and feasibility
results-chart-matrix-hint = The middle answers from 1 to 5. Up: more impact. Towards the end of the line: more feasible.
results-impact = Impact
results-feasibility = Feasibility
results-quadrant-do-now = Do now
results-quadrant-plan = Plan
results-quadrant-fill-in = Fill in
results-quadrant-park = Park
results-quadrant-between = On the line
results-group-heading = Results of this round
results-print = Print the results
rounds-overview = What the groups voted
rounds-coverage = How much has been voted on
rounds-coverage-hint = Of the live recommendations of each group, those in a closed round.
rounds-coverage-cell = { $voted } of { $all }
rounds-coverage-voters = Voters
rounds-heat = Who is asked about what
rounds-heat-hint = Recommendations by the body that leads and by main theme. Darker is more.
rounds-heat-none = without
rounds-group-column = Group
results-share = share

# All groups beside each other
across = All groups beside each other
across-hint = Points of all points a recommendation could have. What a group did not see counts for nothing, not for zero; votes are never added up.
across-item = Recommendation
across-value = All who saw it
across-seen = Seen by
across-seen-cell = { $seen } of { $all } groups
across-not-seen = not seen
across-voters = { $count ->
    [one] 1 voter
   *[other] { $count } voters
 }
across-original = one of its originals
across-plenary = as the plenary voted
across-ordered = nobody voted on this wording; it stands by the highest of its originals
