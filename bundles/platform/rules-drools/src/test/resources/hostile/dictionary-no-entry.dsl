# a dictionary
import java.lang.Runtime
