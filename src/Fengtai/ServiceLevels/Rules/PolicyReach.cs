using System.Numerics;
using Fengtai.Catalog;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>
/// Which policies leave nothing to another one, alone or together? A policy is a box in the space of all that policies ask about, so this
/// is whether boxes cover a box. Of each question only the answers matter that policies tell apart: departments that none names are one.
/// Sets of policies are numbers with a bit for each.
/// </summary>
internal sealed class PolicyReach
{
    /// <summary>Covering is hard in general. Policies of real desks take some hundreds of steps; what is not answered by then counts as reached.</summary>
    private const int MostSteps = 1_000_000;

    /// <summary>By question, the sets of policies that an answer fits.</summary>
    private readonly IReadOnlyList<IReadOnlyList<BigInteger>> _answers;

    private int _steps;

    /// <param name="inOrder">Those in force.</param>
    public PolicyReach(IReadOnlyList<Policy> inOrder, CategoryTree tree)
    {
        var asked = inOrder.Select(p => p.Conditions).ToList();
        _answers =
        [
            Answers(asked, c => c.Types, Enum.GetValues<TicketType>()),
            Answers(asked, c => c.Priorities, Enum.GetValues<Priority>()),
            Answers(asked, c => c.Channels, Enum.GetValues<Channel>()),
            [SetOf(asked, c => c.Vip != false), SetOf(asked, c => c.Vip != true)],
            Named(asked, c => c.Departments),
            Named(asked, c => c.Sites),
            Categories(asked, tree),
        ];
    }

    /// <summary>Those that take every ticket of a policy, each of them needed for it, in their order; none where something is left to it.</summary>
    /// <param name="policy">Its place.</param>
    /// <param name="among">Places of those that may have taken them.</param>
    public IReadOnlyList<int> TakersOf(int policy, IEnumerable<int> among)
    {
        var questions = Questions(policy, among);
        if (questions[0].Whole is { IsZero: false } alone)
        {
            return [Places(alone).First()];
        }
        var all = questions[0].All;
        if (!IsTaken(questions, all))
        {
            return [];
        }
        return [.. Places(Places(all).Aggregate(all, (kept, one) => IsTaken(questions, kept & ~Bit(one)) ? kept & ~Bit(one) : kept))];
    }

    private bool IsTaken(IReadOnlyList<Question> questions, BigInteger all)
    {
        var known = new Dictionary<(int, BigInteger), bool>();
        return Taken(0, all);

        // by those that all answers so far fit
        bool Taken(int question, BigInteger left)
        {
            if (question == questions.Count || left.IsZero || !(left & questions[question].Whole).IsZero)
            {
                return !left.IsZero;
            }
            if (!known.TryGetValue((question, left), out var taken))
            {
                known[(question, left)] = taken = ++_steps <= MostSteps && questions[question].Answers.All(a => Taken(question + 1, left & a));
            }
            return taken;
        }
    }

    private List<Question> Questions(int policy, IEnumerable<int> among)
    {
        var all = among.Aggregate(BigInteger.Zero, (set, i) => set | Bit(i));
        var questions = new List<Question>();
        var whole = all;
        foreach (var answers in _answers.Reverse())
        {
            // an answer that fits more is taken where one that fits fewer is
            var fitting = answers.Where(a => !(a & Bit(policy)).IsZero).Select(a => a & all).Distinct().ToList();
            var fewest = fitting.Where(a => !fitting.Exists(b => b != a && (a & b) == b)).ToList();
            whole = fewest.Aggregate(whole, (set, a) => set & a);
            questions.Add(new(fewest, whole, all));
        }
        questions.Reverse();
        return questions;
    }

    private static List<BigInteger> Answers<T>(List<PolicyConditions> asked, Func<PolicyConditions, IReadOnlyList<T>> about, IEnumerable<T> answers) =>
        [.. answers.Select(a => SetOf(asked, c => about(c) is var wanted && (wanted.Count == 0 || wanted.Contains(a)))).Distinct()];

    /// <summary>What somebody names, and anything else.</summary>
    private static List<BigInteger> Named(List<PolicyConditions> asked, Func<PolicyConditions, IReadOnlyList<string>> about) =>
        [.. Answers(asked, about, asked.SelectMany(about).Distinct(StringComparer.Ordinal)), SetOf(asked, c => about(c).Count == 0)];

    /// <summary>Each category is for those that name it or one above it; a ticket may have none.</summary>
    private static List<BigInteger> Categories(List<PolicyConditions> asked, CategoryTree tree)
    {
        var any = SetOf(asked, c => c.Categories.Count == 0);
        var naming = new Dictionary<Guid, BigInteger>();
        foreach (var (i, category) in asked.SelectMany((c, i) => c.Categories.Select(named => (i, named))))
        {
            naming[category] = naming.GetValueOrDefault(category) | Bit(i);
        }
        var known = tree.All.Select(c => tree.PathOf(c).Aggregate(any, (set, above) => set | naming.GetValueOrDefault(above.Id)));
        return [any, .. known.Concat(naming.Where(n => tree.Find(n.Key) is null).Select(n => any | n.Value)).Distinct()];
    }

    private static BigInteger SetOf(List<PolicyConditions> asked, Func<PolicyConditions, bool> fits) =>
        asked.Index().Where(a => fits(a.Item)).Aggregate(BigInteger.Zero, (set, a) => set | Bit(a.Index));

    private static IEnumerable<int> Places(BigInteger set) => Enumerable.Range(0, (int)set.GetBitLength()).Where(i => !(set & Bit(i)).IsZero);

    private static BigInteger Bit(int place) => BigInteger.One << place;

    /// <param name="Answers">Those that a ticket of the policy may give, by which of the others they fit.</param>
    /// <param name="Whole">The others that fit whatever is answered to this question and the ones after it.</param>
    /// <param name="All">The others.</param>
    private sealed record Question(IReadOnlyList<BigInteger> Answers, BigInteger Whole, BigInteger All);
}
