# a dictionary
[condition][]{a:(x+)+$} explodes=account == "{a}"
