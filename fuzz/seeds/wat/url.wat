(component (import "url=<https://x/y>" (func)))
