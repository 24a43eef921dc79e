using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Macros;

/// <summary>Gives a macro another name, other steps or readers.</summary>
internal sealed class ChangeMacro(Work work, MacroInputs inputs)
{
    /// <param name="version">The version that was looked at; null changes whatever it is now.</param>
    public async Task<Result<Macro>> RunAsync(Guid id, uint? version, MacroInput input, Actor actor, CancellationToken cancellation)
    {
        var found = await Shared.FindAsync<Macro>(work, id, actor, cancellation);
        if (found.IsRefused)
        {
            return found;
        }
        var macro = found.Value;
        if (version is { } seen && seen != macro.Version)
        {
            return new ChangedMeanwhile();
        }
        var read = await inputs.ReadAsync(input, macro, actor, cancellation);
        if (read.IsRefused)
        {
            return Result<Macro>.Refused(read.Refusals);
        }
        if (read.Value.IsThatOf(macro))
        {
            return macro;
        }
        read.Value.Put(macro);
        work.Record(new Subject(MacroEvent.SubjectKind, id), new MacroChanged(macro.Name, read.Value.Acts, macro.Audience, macro.TeamId), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => macro);
    }
}
