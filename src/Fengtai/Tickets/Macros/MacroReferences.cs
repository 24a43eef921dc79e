using Fengtai.Catalog;
using Fengtai.Identity;

namespace Fengtai.Tickets.Macros;

/// <summary>Which teams, people and categories of a macro are gone?</summary>
internal sealed class MacroReferences(Teams teams, People people, Categories categories)
{
    public async Task<IReadOnlyList<GoneReference>> GoneAsync(IReadOnlyList<MacroStep> steps, CancellationToken cancellation)
    {
        var gone = new List<GoneReference>();
        foreach (var (index, step) in steps.Index())
        {
            foreach (var (member, value) in MacroSteps.ReferencesOf(step))
            {
                if (!await IsThereAsync(member, value, cancellation))
                {
                    gone.Add(new(index, member, value));
                }
            }
        }
        return gone;
    }

    private async Task<bool> IsThereAsync(string member, string value, CancellationToken cancellation) => member switch
    {
        MacroSteps.Team => await teams.ByCodeAsync(value, cancellation) is not null,
        MacroSteps.Assignee => await people.ByLoginAsync(value, cancellation) is { IsActive: true },
        _ => await categories.TreeAsync(cancellation) is var tree && tree.ByCode(value) is { } category && tree.IsOffered(category),
    };
}

/// <param name="Step">From 0.</param>
/// <param name="Member"><c>team</c>, <c>assignee</c> or <c>category</c>.</param>
internal sealed record GoneReference(int Step, string Member, string Value);
