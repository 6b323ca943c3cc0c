using Stemma.Languages;

namespace Stemma.Stories.Lineage;

/// <summary>Where a copy keeps and where it changes what houses write differently by rule.</summary>
internal struct StyleChanges
{
    /// <summary>How many ways of writing there are.</summary>
    private const int Traits = (int)StyleTrait.Spelled + 1;

    // A byte for each way of writing: how often the source has it in what is copied, and how often the copy changes it.
    private ulong _all;
    private ulong _changed;

    /// <summary>Counts one word that both have; beyond 255 of a kind no more are counted.</summary>
    /// <param name="trait">How the source writes it.</param>
    /// <param name="isChanged">True where the copy writes it otherwise.</param>
    public void Add(StyleTrait trait, bool isChanged)
    {
        if (trait == StyleTrait.None)
            return;
        int at = (int)trait * 8;
        if ((_all >> at & 0xFF) == 0xFF)
            return;
        _all += 1UL << at;
        _changed += isChanged ? 1UL << at : 0;
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(StyleChanges other)
    {
        for (int trait = 1; trait < Traits; trait++)
        {
            int at = trait * 8;
            ulong all = (_all >> at & 0xFF) + (other._all >> at & 0xFF), changed = (_changed >> at & 0xFF) + (other._changed >> at & 0xFF);
            if (all > 0xFF)
                continue;
            _all = _all & ~(0xFFUL << at) | all << at;
            _changed = _changed & ~(0xFFUL << at) | changed << at;
        }
    }

    // In bits, fitted with those of CopyCost; re-run "stemma eval lineage" when one changes.

    /// <summary>A rule that is followed.</summary>
    private const double Rule = 0.75;

    /// <summary>A rule that is followed here and there, beside where.</summary>
    private const double Broken = 0.55;

    /// <summary>For each bit that it takes to tell how often and where.</summary>
    private const double PerBit = 0.5;

    /// <summary>In bits: a rule that is followed throughout costs little, single changes cost more (a binomial code).</summary>
    public readonly double Cost()
    {
        double cost = 0;
        for (int trait = 1; trait < Traits; trait++)
        {
            int at = trait * 8, all = (int)(_all >> at & 0xFF), changed = (int)(_changed >> at & 0xFF);
            if (changed == 0)
                continue;
            cost += Rule;
            if (changed == all)
                continue;
            double where = Math.Log2(all);
            for (int i = 0; i < Math.Min(changed, all - changed); i++)
                where += Math.Log2((double)(all - i) / (i + 1));
            cost += Broken + (PerBit * where);
        }
        return cost;
    }
}
