import CSystem
import Glibc
import ShirubeCommand

// Large arrays get pages of their own and give them back, whatever came before: by itself the threshold grows with each one
// that is freed, and a piece that has been let go of would stay with the program.
mallopt(M_MMAP_THRESHOLD, 1 << 18)
// Having set that, malloc gives the top of its heap back at each 128 KB, and asks for it again with the next document.
mallopt(M_TRIM_THRESHOLD, 1 << 24)
mallopt(M_TOP_PAD, 1 << 20)
exit(Shirube.run(Array(CommandLine.arguments.dropFirst())).rawValue)
