using System.Globalization;

namespace Stemma.Reading.Archives;

/// <summary>Holds what is unpacked in all layers against what was read of the file itself, so that nested bombs are seen as one.</summary>
internal sealed class UnpackBudget(UnpackLimits limits)
{
    private long _packed;
    private long _unpacked;

    /// <summary>True once too much was unpacked; nothing more will be.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>What is said then.</summary>
    public string Problem => string.Create(CultureInfo.InvariantCulture,
        $"it unpacks to more than {limits.HighestRatio} times its size, as only a harmful file does; the rest of it was left out");

    /// <summary>So many bytes of the file itself were read.</summary>
    public void AddPacked(int bytes) => _packed += bytes;

    /// <summary>So many bytes came out of some layer.</summary>
    /// <exception cref="InvalidDataException">They are too many.</exception>
    public void AddUnpacked(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked <= limits.RatioFrom + limits.HighestRatio * _packed)
            return;
        IsSpent = true;
        throw new InvalidDataException(Problem);
    }
}
