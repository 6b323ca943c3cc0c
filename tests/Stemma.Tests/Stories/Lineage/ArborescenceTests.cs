using FsCheck;
using FsCheck.Fluent;
using Stemma.Stories.Lineage;

namespace Stemma.Tests.Stories.Lineage;

public class ArborescenceTests
{
    [Fact]
    public void A_cycle_of_cheap_links_is_opened_where_it_costs_least()
    {
        double[,] cost =
        {
            { 0, 10, 12, 11 },
            { 99, 0, 1, 9 },
            { 99, 2, 0, 9 },
            { 99, 9, 9, 0 },
        };
        Assert.Equal([-1, 0, 1, 1], Arborescence.Cheapest(cost, 0));
    }

    [Fact]
    public void No_other_tree_is_cheaper()
    {
        Gen<int[]> costs = Gen.Choose(1, 20).ArrayOf(25);
        Prop.ForAll(costs.ToArbitrary(), given =>
        {
            double[,] cost = new double[5, 5];
            for (int i = 0; i < 25; i++)
                cost[i / 5, i % 5] = given[i];
            int[] found = Arborescence.Cheapest(cost, 0);
            return IsTree(found) && Math.Abs(Cost(cost, found) - AllTrees().Min(t => Cost(cost, t))) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    private static double Cost(double[,] cost, int[] parents) => Enumerable.Range(1, 4).Sum(c => cost[parents[c], c]);

    private static IEnumerable<int[]> AllTrees()
    {
        for (int i = 0; i < 625; i++)
        {
            int[] parents = [-1, i % 5, i / 5 % 5, i / 25 % 5, i / 125];
            if (IsTree(parents))
                yield return parents;
        }
    }

    private static bool IsTree(int[] parents)
    {
        for (int node = 1; node < parents.Length; node++)
        {
            int at = node;
            for (int steps = 0; at != 0; steps++)
            {
                if (steps > parents.Length)
                    return false;
                at = parents[at];
            }
        }
        return true;
    }
}
