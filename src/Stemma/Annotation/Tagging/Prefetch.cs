using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Stemma.Annotation.Tagging;

/// <summary>
/// Asks the processor for memory that is read soon, so that many pieces are on their way at once: tables of weights are larger than its caches, and
/// one missing piece is waited for as long as hundreds of instructions take. Changes no result; does nothing where the processor has no such instruction.
/// </summary>
internal static class Prefetch
{
    /// <summary>Asks for the cache line that the place lies in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref readonly T place)
    {
        // An address alone, never read through: it does no harm where the collector has moved what was there.
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
    }
}
