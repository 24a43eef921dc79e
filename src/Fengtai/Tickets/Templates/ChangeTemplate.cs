using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Templates;

/// <summary>Gives a template another name, text or readers.</summary>
internal sealed class ChangeTemplate(Work work, TemplateInputs inputs)
{
    /// <param name="version">The version that was looked at; null changes whatever it is now.</param>
    public async Task<Result<Template>> RunAsync(Guid id, uint? version, TemplateInput input, Actor actor, CancellationToken cancellation)
    {
        var found = await Shared.FindAsync<Template>(work, id, actor, cancellation);
        if (found.IsRefused)
        {
            return found;
        }
        var template = found.Value;
        if (version is { } seen && seen != template.Version)
        {
            return new ChangedMeanwhile();
        }
        var read = await inputs.ReadAsync(input, template, actor, cancellation);
        if (read.IsRefused)
        {
            return Result<Template>.Refused(read.Refusals);
        }
        if (read.Value.IsThatOf(template))
        {
            return template;
        }
        read.Value.Put(template);
        work.Record(new Subject(TemplateEvent.SubjectKind, id), new TemplateChanged(template.Name, template.Body, template.Audience, template.TeamId), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => template);
    }
}
