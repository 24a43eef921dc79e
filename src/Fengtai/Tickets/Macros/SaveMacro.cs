using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Macros;

/// <summary>Keeps several acts under a name.</summary>
internal sealed class SaveMacro(Work work, MacroInputs inputs)
{
    /// <summary>The most that one person keeps.</summary>
    public const int Most = 100;

    public async Task<Result<Macro>> RunAsync(MacroInput input, Actor actor, CancellationToken cancellation)
    {
        var read = await inputs.ReadAsync(input, null, actor, cancellation);
        if (read.IsRefused)
        {
            return Result<Macro>.Refused(read.Refusals);
        }
        if (await work.Db.Set<Macro>().CountAsync(m => m.OwnerId == actor.Id && m.DeletedAt == null, cancellation) >= Most)
        {
            return new TooManyMacros(Most);
        }
        var macro = new Macro { Id = Guid.CreateVersion7(work.Now), OwnerId = actor.Id, CreatedAt = work.Now };
        read.Value.Put(macro);
        work.Db.Add(macro);
        work.Record(new Subject(MacroEvent.SubjectKind, macro.Id), new MacroCreated(macro.Name, read.Value.Acts, macro.Audience, macro.TeamId), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => macro);
    }
}

/// <summary>A macro as a form or a program gives it; what is left out stays as it is.</summary>
/// <param name="SharedWith"><c>me</c>, <c>everybody</c>, or <c>team:CODE</c>.</param>
internal sealed record MacroInput(string? Name = null, IReadOnlyList<MacroStep>? Steps = null, string? SharedWith = null);

internal sealed record TooManyMacros(int Most) : Refusal
{
    public override object[] Arguments => [Most];
}

internal sealed record MacroNameIsTaken : Refusal
{
    public override string? Field => "name";
}
