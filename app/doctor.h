// `juesuan doctor`: what this machine has, what is missing and how to install it.
#pragma once

namespace juesuan {

// Prints to standard output. Returns 0 if everything is there, 3 if juesuan runs but with less.
int Doctor();

}  // namespace juesuan
