namespace Stemma.Fuzzing;

/// <summary>A reader of untrusted bytes.</summary>
/// <param name="Name">What the command line and the folders of seeds and found cases call it.</param>
/// <param name="Tokens">Pieces that its format gives a meaning to; mutations put them in.</param>
/// <param name="Read">Reads the bytes and throws where a promise of the reader is broken.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<string> Tokens, Action<byte[]> Read);
