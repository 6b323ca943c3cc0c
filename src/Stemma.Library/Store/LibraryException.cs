namespace Stemma.Library.Store;

/// <summary>The library cannot be opened, read or written: what is wrong and what to do, for a reader. The file is as it was after the last acknowledged report.</summary>
public sealed class LibraryException : Exception
{
    /// <summary>Makes one.</summary>
    public LibraryException()
    {
    }

    /// <summary>Makes one with a plain message.</summary>
    public LibraryException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a plain message and its cause.</summary>
    public LibraryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
