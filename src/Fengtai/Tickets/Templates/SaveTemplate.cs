using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Templates;

/// <summary>Keeps a text under a name.</summary>
internal sealed class SaveTemplate(Work work, TemplateInputs inputs)
{
    /// <summary>The most that one person keeps.</summary>
    public const int Most = 200;

    public async Task<Result<Template>> RunAsync(TemplateInput input, Actor actor, CancellationToken cancellation)
    {
        var read = await inputs.ReadAsync(input, null, actor, cancellation);
        if (read.IsRefused)
        {
            return Result<Template>.Refused(read.Refusals);
        }
        if (await work.Db.Set<Template>().CountAsync(t => t.OwnerId == actor.Id && t.DeletedAt == null, cancellation) >= Most)
        {
            return new TooManyTemplates(Most);
        }
        var template = new Template { Id = Guid.CreateVersion7(work.Now), OwnerId = actor.Id, CreatedAt = work.Now };
        read.Value.Put(template);
        work.Db.Add(template);
        work.Record(new Subject(TemplateEvent.SubjectKind, template.Id), new TemplateCreated(template.Name, template.Body, template.Audience, template.TeamId), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => template);
    }
}

/// <summary>A template as a form or a program gives it; what is left out stays as it is.</summary>
/// <param name="SharedWith"><c>me</c>, <c>everybody</c>, or <c>team:CODE</c>.</param>
internal sealed record TemplateInput(string? Name = null, string? Text = null, string? SharedWith = null);

internal sealed record ReadTemplate(string Name, string Text, SharedWith SharedWith)
{
    public void Put(Template template) =>
        (template.Name, template.Body, template.Audience, template.TeamId) = (Name, Text, SharedWith.Audience, SharedWith.TeamId);

    public bool IsThatOf(Template template) =>
        (template.Name, template.Body, template.Audience, template.TeamId) == (Name, Text, SharedWith.Audience, SharedWith.TeamId);
}

/// <summary>Reads and checks what is given of a template: everything that is wrong is said at once.</summary>
internal sealed class TemplateInputs(Audiences audiences, TeamLeads leads)
{
    public const int LongestName = 60;
    public const int LongestText = 5_000;

    /// <param name="now">The template as it is; null for a new one.</param>
    public async Task<Result<ReadTemplate>> ReadAsync(TemplateInput input, Template? now, Actor actor, CancellationToken cancellation)
    {
        var texts = new GivenTexts();
        var name = input.Name is null && now is not null ? now.Name : texts.Line("name", input.Name, LongestName, required: true);
        var text = input.Text is null && now is not null ? now.Body : texts.Lines("text", input.Text, LongestText, required: true);
        var shared = await audiences.ReadAsync(input.SharedWith, now, TicketPermissions.ShareTemplates, team => leads.WithTeamAsync(team, actor, cancellation), actor, cancellation);
        IReadOnlyList<Refusal> refusals = [.. texts.Refusals, .. Placeholders.Check("text", text), .. shared.Refusals];
        return refusals.Count > 0 ? Result<ReadTemplate>.Refused(refusals) : new ReadTemplate(name, text, shared.Value);
    }
}

/// <summary>Who leads a team decides what it says: they share templates and macros with it.</summary>
internal sealed class TeamLeads(Teams teams)
{
    public async Task<bool> LeadsAsync(TeamCard team, Actor actor, CancellationToken cancellation) =>
        actor.IsIn(team.Id) && (await teams.MembersAsync(team.Id, cancellation)).Any(m => m.IsLead && actor.Is(m.Person.Id));

    /// <summary>Why they may not share with it; null where they may.</summary>
    public async Task<Refusal?> WithTeamAsync(TeamCard team, Actor actor, CancellationToken cancellation) =>
        await LeadsAsync(team, actor, cancellation) ? null : new OnlyLeadsShareWithTheirTeam();
}

internal sealed record OnlyLeadsShareWithTheirTeam : Refusal
{
    public override RefusalKind Kind => RefusalKind.Forbidden;

    public override string? Field => Audiences.Field;
}

internal sealed record TooManyTemplates(int Most) : Refusal
{
    public override object[] Arguments => [Most];
}

internal sealed record TemplateNameIsTaken : Refusal
{
    public override string? Field => "name";
}
