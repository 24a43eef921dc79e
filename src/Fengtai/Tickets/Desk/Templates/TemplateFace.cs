using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;

namespace Fengtai.Tickets.Desk.Templates;

/// <summary>A template as pages show it.</summary>
/// <param name="Text">In a menu, filled for the ticket.</param>
/// <param name="SharedWith">What its readers are called; null where it is the reader's alone.</param>
/// <param name="Owner">Whoever made it; null where that is the reader.</param>
public sealed record TemplateFace(Guid Id, string Name, string Text, string? SharedWith, string? Owner);

/// <summary>What do pages show of the templates that somebody may use?</summary>
internal sealed class TemplateFaces(OwnKept<Template> templates, TemplateValues values, Audiences audiences, People people)
{
    /// <param name="ticket">Whose texts are to be filled; null leaves the placeholders.</param>
    public async Task<IReadOnlyList<TemplateFace>> OfAsync(string words, Ticket? ticket, Actor actor, CancellationToken cancellation)
    {
        var found = (await templates.OfAsync(actor, cancellation)).Where(t => NameSearch.Fits(words, t.Name, t.Body)).ToList();
        var filled = ticket is null ? null : await values.OfAsync(ticket, actor, cancellation);
        var owners = await people.ManyAsync(found.Select(t => t.OwnerId).Where(id => !actor.Is(id)), cancellation);
        var faces = new List<TemplateFace>();
        foreach (var template in found)
        {
            faces.Add(new(
                template.Id,
                template.Name,
                filled?.Fill(template.Body) ?? template.Body,
                template.Audience == Audience.Me ? null : await audiences.NameAsync(template, cancellation),
                owners.GetValueOrDefault(template.OwnerId)?.Name));
        }
        return faces;
    }

    public async Task<TemplateFace> OfAsync(Template template, CancellationToken cancellation) => new(
        template.Id, template.Name, template.Body, await audiences.NameAsync(template, cancellation), (await people.FindAsync(template.OwnerId, cancellation))?.Name);
}

/// <summary>The form of a template.</summary>
public sealed record TemplateForm
{
    /// <summary>Null: it is about to be made.</summary>
    public Guid? Id { get; init; }

    public string Action { get; init; } = "";

    /// <summary>The version that the form shows.</summary>
    public uint? Version { get; init; }

    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? SharedWith { get; init; }

    public IReadOnlyList<Option> Sharing { get; init; } = [];

    public FormErrors? Errors { get; init; }
}
