using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>The words and signs with which every presentation tells how two wordings differ.</summary>
public static class WordingText
{
    /// <summary>Stands before what changes the meaning, so that it stands out without colours too.</summary>
    public const string MeaningSign = "≠";

    /// <summary>The change as a reader is told it.</summary>
    public static string Change(WordingPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Change == "headline" ? "headline only" : pair.Change;
    }

    /// <summary>True where the edit changes what is said.</summary>
    public static bool ChangesMeaning(WordingEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return edit.Meaning == "changed";
    }

    /// <summary>True where the edit is one of words: not of how the house spells or punctuates.</summary>
    public static bool IsOfWords(WordingEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return edit.Nature is not ("spelling" or "punctuation");
    }

    /// <summary>How grave the changes of an utterance are: 0 none, 1 its words, 2 its meaning or its speaker.</summary>
    public static int Gravity(DossierWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        int gravity = 0;
        foreach (WordingPair pair in wording.Pairs)
            gravity = Math.Max(gravity, pair.Meaning == "changed" || pair.Speakers.Count > 0 ? 2 : pair.Change is "same" or "headline" ? 0 : 1);
        return gravity;
    }
}
