#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import ShirubeCommand

exit(Shirube.run(Array(CommandLine.arguments.dropFirst())).rawValue)
