# Urdu: awaiting native review
# Why two recommendations look alike. Sentences are joined, so none begins with a capital or ends with a full stop.

similar-list = { $before }, { $next }
similar-and = { $before }; { $next }
similar-same-text = the same text
similar-asks = both ask { $a } to { $b }
similar-same-body = both ask { $names }
similar-same-action = both ask to { $names }
similar-shared = shared: { $names }
similar-same-theme = same theme: { $names }
similar-same-instrument = same law or policy: { $names }
similar-same-deadline = same time: { $names }
similar-translation = one is in Urdu, they meet through the glossary
similar-other-body = but different bodies: { $a }, { $b }
similar-opposite = but perhaps the opposite: { $a }, { $b }
similar-other-place = but different places: { $a }, { $b }
