namespace Stemma.Fuzzing;

/// <summary>A reader gave a result that it promises never to give.</summary>
/// <param name="message">Which promise.</param>
internal sealed class BrokenPromiseException(string message) : Exception(message);
