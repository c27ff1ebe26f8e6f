# a dictionary
[consequence][]Explode=Runtime.getRuntime().exec("id");
