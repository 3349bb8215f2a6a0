import Glibc
import ShirubeCommand

exit(Shirube.run(Array(CommandLine.arguments.dropFirst())).rawValue)
