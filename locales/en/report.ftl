# Fixed sentences of the documents: communiqué, packs, tables. Their language is chosen apart from that of the pages.

report-list-separator = { ", " }
report-part-separator = { " · " }
report-day = { $day } { $month } { $year }
report-month-1 = January
report-month-2 = February
report-month-3 = March
report-month-4 = April
report-month-5 = May
report-month-6 = June
report-month-7 = July
report-month-8 = August
report-month-9 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-language-en = English
report-language-ur = Urdu
report-language-ur-Latn = Roman Urdu

## Title block

report-untitled = Recommendations
report-name = { $title }: recommendations
report-name-pack = { $title }: recommendations for { $addressee }
report-form-plenary-dialogue = Plenary dialogue
report-form-conference-with-groups = Conference with working groups
report-form-ministry-conference = Ministry conference
report-organisers = Held by:
report-partners = With the support of:
report-count = { $count ->
    [0] No recommendation has been made.
    [one] One recommendation.
   *[other] { $count } recommendations.
 }
report-draft = Status: draft. Numbers may change until the list is adopted.
report-adopted = Status: adopted. The numbers are final.
report-undecided = { $count ->
    [one] One field has two versions between which nobody has chosen yet; the other version of a text is printed beside it.
   *[other] { $count } fields have two versions between which nobody has chosen yet; the other version of a text is printed beside it.
 }
report-sample = Everything in this document is an invented sample.
report-participants = Participants
report-participants-category = Category
report-participants-number = Number
report-participants-other = Other categories
report-participants-total = Total

## Preamble: stock clauses, used until the event has its own

report-preamble = Preamble
report-preamble-1 = Recalling Article 11 of the Constitution of Pakistan, which forbids slavery, forced labour and traffic in human beings,
report-preamble-2 = Recalling the Prevention of Trafficking in Persons Act, 2018, and the Prevention of Smuggling of Migrants Act, 2018,
report-preamble-3 = Recognising that trafficking in persons and smuggling of migrants are different crimes, which call for different answers,
report-preamble-4 = Affirming that the safety, dignity and rights of victims come first,
report-preamble-5 = The participants, meeting in working groups and in plenary, make the recommendations below.

## What was heard

report-heard = What was heard
report-heard-counts = Numbers of recommendations; one recommendation may count in several rows.
report-issues = Crimes and problems named
report-affected = Groups affected
report-row-issue = Crime or problem
report-row-affected = Group
report-column-recommendations = Recommendations

## Recommendations

report-recommendations = Recommendations
report-section-parliamentarians = Parliamentarians
report-section-policy-makers = Policy makers
report-section-law-enforcement = Law enforcement
report-section-prosecution-judiciary = Prosecution and judiciary
report-section-others = Others
report-section = { $letter }. { $name }
report-none = None.
report-lead = Lead:
report-support = With:
report-due = By:
report-horizon = Time:
report-urgency = Urgency:
report-action = Action:
report-legal = Legal basis:
report-indicator = Indicator:
report-baseline = Today:
report-target = Target:
report-origin = From:
report-in-language = This text is in { $language }.
report-version = Not decided; the other version:

## Points of difference and follow-up

report-difference = Points of difference
report-difference-none = No minority statement was made.
report-statement-on = On { $number }
report-statement-origin = made on { $origin }
report-followup = Follow-up arrangement
report-followup-1 = The organisers keep the tracking table and send it to every addressee within thirty days.
report-followup-2 = Addressees answer on the reply slip: accepted, partly accepted or rejected, with the reason.
report-followup-3 = The table is reviewed twice a year; the next event opens with the status of these recommendations.
report-previous = Status of previous recommendations

## Annexes

report-annex-results = Annex: method and results
report-annex-tracking = Annex: tracking table
report-annex-charts = Annex: who is asked about what
report-annex-concordance = Annex: concordance
report-annex-lineage = Annex: lineage of combined recommendations
report-annex-abbreviations = Annex: abbreviations
report-grid = Recommendations by theme and by section
report-row-theme = Theme
report-tracking = Tracking table
report-head-number = No.
report-head-addressees = Addressees
report-head-action = Action
report-head-lead = Lead
report-head-due = Due
report-head-indicator = Indicator
report-head-response = Response
report-head-status = Status
report-head-recommendation = Recommendation
report-reply = { $who }: { $response }
report-concordance-intro = What became of every recommendation of every group.
report-concordance-group = { $group }
report-plenary = The plenary
report-no-group = Without a group
report-head-original = Original
report-head-result = Result
report-fate-final = Taken as { $number }
report-fate-combined = Combined into { $number }
report-fate-combined-earlier = Combined into { $number }, on an earlier wording
report-fate-withdrawn = Not taken: withdrawn
report-fate-empty = Not taken: it has no text
report-lineage-intro = The words of each group from which a combined recommendation was made.
report-head-group = Group
report-head-words = Words of the group
report-abbreviations = Abbreviations
report-head-abbreviation = Abbreviation
report-head-meaning = Meaning
report-abbr-ASF = Airports Security Force
report-abbr-CNIC = computerised national identity card
report-abbr-FIA = Federal Investigation Agency
report-abbr-FIR = first information report
report-abbr-IOM = International Organization for Migration
report-abbr-NADRA = National Database and Registration Authority
report-abbr-NGO = non-governmental organisation
report-abbr-PTPA = Prevention of Trafficking in Persons Act, 2018
report-abbr-SDG = Sustainable Development Goal
report-abbr-SOM = smuggling of migrants
report-abbr-SOP = standard operating procedure
report-abbr-TIP = trafficking in persons
report-abbr-UN = United Nations
report-abbr-UNODC = United Nations Office on Drugs and Crime

## Packs

report-pack-intro = The recommendations of the event that concern you. The numbers are those of the communiqué. Please answer each on its reply slip.
report-slip = Reply slip for { $number } ({ $origins })
report-slip-field = To be filled in
report-slip-answer = Answer
report-slip-accepted = ☐ accepted
report-slip-partly-accepted = ☐ partly accepted
report-slip-rejected = ☐ rejected
report-slip-choices = { $accepted }  { $partly }  { $rejected }
report-slip-response = Response
report-slip-reason = Reason
report-slip-date = Date
report-slip-office = Office

## Spreadsheet

report-csv-number = Number
report-csv-section = Section
report-csv-text = Recommendation ({ $language })
report-csv-original = Original language
report-csv-origins = From
report-csv-id = Id
report-csv-themes = Themes
report-csv-affected = Affected groups
report-csv-levels = Levels
report-csv-sdg = SDG targets
report-csv-issue = Crime or problem
report-csv-addressees = Addressees
report-csv-lead = Lead
report-csv-action = Action
report-csv-urgency = Urgency
report-csv-horizon = Time
report-csv-due = Due
report-csv-legal = Legal basis
report-csv-indicator = Indicator
report-csv-baseline = Today
report-csv-target = Target
report-csv-rationale = Reason
report-csv-dissent = Minority statements
report-csv-response = Response
report-csv-status = Status

## Method and results

report-card = Method card
report-card-part = Part
report-card-value = Locked before the vote
report-card-methods = Asked
report-card-asked = The question
report-card-present = Present
report-card-voted = Voted
report-card-quorum = Votes needed for a quorum
report-card-items = Recommendations
report-card-categories = Present by category
report-card-fingerprint = Fingerprint
report-method-dots = Dots: { $dots } each, at most { $cap } on one
report-method-impact = Impact, 1 to 5
report-method-feasibility = Feasibility, 1 to 5
report-method-rating = Agreement, 1 to 9
report-method-ranking = The best { $k }, best first
report-method-gradients = How far one can go along, 1 to 8
report-method-hands = Show of hands: { $rule }
report-rule-more-than-half = more than half
report-rule-more-than-two-thirds = more than two thirds
report-rule-at-least-70 = at least 70 %
report-rule-at-least-75 = at least 75 %
report-results = Results in order of priority
report-results-tier = Tier
report-results-quorate = The quorum of { $quorum } is met.
report-results-not-quorate = The quorum of { $quorum } is not met: read this as an indication only.
report-results-refused = { $count ->
    [one] One ballot did not fit the card and was left out.
   *[other] { $count } ballots did not fit the card and were left out.
 }
report-results-tiers-hint = Between two tiers: whoever is left out, all of the one still stand above all of the other. Within a tier no order is meant.
report-results-outdated = changed after the vote
report-results-dots = Dots
report-results-rating = Agreement
report-results-matrix = Impact and feasibility
report-results-ranking = Ranking
report-results-gradients = Going along
report-results-hands = Show of hands
report-answer-none = Nobody answered
report-answer-dots = { $voters ->
    [one] { $dots } from { $voters } person
   *[other] { $dots } from { $voters } people
 }
report-answer-rating = median { $median }; { $favour } of { $n } in favour; { $verdict }
report-answer-disagreement = people disagree
report-answer-matrix = { $quadrant } (impact { $impact }, feasibility { $feasibility })
report-answer-ranking = { $points } points, ranked by { $voters }
report-answer-gradients = { $adoption }; { $support ->
    [one] { $support } of { $cast } supports it
   *[other] { $support } of { $cast } support it
 }
report-answer-passes = Passed: { $yes } for, { $no } against, { $abstain } neither
report-answer-fails = Not passed: { $yes } for, { $no } against, { $abstain } neither
report-verdict-supported = supported
report-verdict-not-supported = not supported
report-verdict-uncertain = uncertain
report-verdict-none = too few ratings for a verdict
report-quadrant-do-now = Do now
report-quadrant-plan = Plan
report-quadrant-fill-in = Fill in
report-quadrant-park = Park
report-quadrant-between = On the line
report-adoption-adopted = Adopted
report-adoption-by-majority = Adopted by majority, dissent recorded
report-adoption-not-adopted = Not adopted
report-adoption-no-quorum = Too few voted
report-agreement = Who agrees: ratings against (1 to 3), in between, in favour (7 to 9)
report-agreement-against = Against
report-agreement-between = In between
report-agreement-favour = In favour
