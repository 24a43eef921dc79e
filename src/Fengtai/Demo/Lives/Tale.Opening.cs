using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Demo.Days;
using Fengtai.Demo.Stories;
using Fengtai.Tickets;

namespace Fengtai.Demo.Lives;

/// <summary>How it begins.</summary>
internal sealed partial class Tale
{
    /// <summary>What forms ask first: one of these.</summary>
    private static readonly string[] Symptoms = ["symptom", "which", "program", "about"];

    private TicketHistory Open()
    {
        var filedBy = _plan switch
        {
            { Afterwards: true } or { Channel: Channel.InPerson } => _engineer = _world.Engineer(_story.Team, _requester.Site, null, _chance),
            { Channel: Channel.Phone } => _agent,
            _ => _requester,
        };
        var words = _plan.Telling;
        var category = _world.Catalogue.ByCode(_plan is { Misfiled: true, Channel: Channel.Portal } ? "other" : _story.Category)!;
        var isDesk = filedBy == _agent;
        var (impact, urgency) = isDesk ? Judged() : Claimed();
        var request = new ToldRequest(_story.Type, Subject(words.Subject), _details.In(words.Description), category, Answers(category), _requester.Id, _plan.Channel)
        {
            Impact = impact,
            Urgency = urgency,
            Graded = isDesk ? _world.Matrix.Grade(impact, urgency) : null,
            ReportedById = _plan.ForAnother ? _chance.Of(_world.Organisation.Asking).Id : null,
            OccurredAt = _plan.Channel == Channel.Portal && _story.Type == TicketType.Incident ? _at.AddMinutes(-_chance.Between(5, 240)) : null,
            Contact = _requester.Person.Mobile ?? _requester.Person.Phone,
            Place = _story.Type == TicketType.Alert ? null : _story.English ? _requester.PlaceEn : _requester.Place,
            Files = _plan.SendsPicture ? [_world.Pictures.Send(_story.Picture!.Value, _details["code"], _requester, _at)] : [],
            Accept = isDesk,
        };
        if (_plan.Afterwards)
        {
            return EnteredAfterwards(request);
        }
        // most of what is solved on the telephone is written down in one go
        var inOneGo = isDesk && _plan.AtOnce && _chance.Happens(0.6);
        return TicketHistory.Open(inOneGo ? request with { Solved = Solution() } : request, filedBy.Actor, _at);
    }

    /// <summary>Some say at once where they are, which device it is, or that it is urgent.</summary>
    private string Subject(string words)
    {
        var subject = _details.In(words);
        return _chance.Share() switch
        {
            _ when _story.Type == TicketType.Alert => subject,
            < 0.16 when !subject.Contains(_requester.Person.Department!, StringComparison.Ordinal) => _story.English ? $"{_requester.Site.NameEn}: {subject}" : $"{_requester.Person.Department}：{subject}",
            < 0.3 => _story.English ? $"{subject} ({_requester.PlaceEn})" : $"{subject}（{_requester.Place}）",
            < 0.36 => _story.English ? $"Urgent: {subject}" : $"【急】{subject}",
            < 0.42 when _story.Category.StartsWith("hardware", StringComparison.Ordinal) => $"{subject} {_details[_story.Category == "hardware.printer" ? "printerNo" : "pcNo"]}",
            _ => subject,
        };
    }

    private TicketHistory EnteredAfterwards(ToldRequest request)
    {
        var startedAt = _at + _chance.Around(6);
        var resolvedAt = startedAt + _chance.Around(25);
        var enteredAt = resolvedAt + _chance.Around(70);
        if (enteredAt >= _world.Now)
        {
            enteredAt = _world.Now;
            (startedAt, resolvedAt) = (WholeSecond(_at + (enteredAt - _at) / 4), WholeSecond(_at + (enteredAt - _at) / 2));
        }
        var history = TicketHistory.Open(
            request with { Accept = false, Graded = null, Real = new(_at, startedAt, resolvedAt), Solved = Solution() }, _engineer!.Actor, enteredAt);
        _at = enteredAt;
        return history;
    }

    private ToldSolution Solution()
    {
        var ending = _plan.Ending;
        return new(
            _details.In(ending.Solution), Filled(ending.Cause), Filled(ending.Prevention), Filled(ending.Tested),
            _chance.Happens(0.06) ? ResolutionOutcome.Workaround : ResolutionOutcome.Solved);

        string? Filled(string? text) => text is null ? null : _details.In(text);
    }

    /// <summary>Users find their own matter a little more urgent than others do.</summary>
    private (Impact, Urgency) Claimed() => (
        _chance.Happens(0.12) ? Impact.Medium : _story.Impact,
        _chance.Happens(0.3) ? Urgency.High : _story.Urgency);

    private (Impact, Urgency) Judged() => (
        _chance.Happens(0.025) ? Impact.High : _chance.Happens(0.36) ? Impact.Medium : _story.Impact,
        _chance.Happens(0.17) ? Urgency.High : _chance.Happens(0.1) ? Urgency.Low : _story.Urgency);

    private FormAnswers Answers(Category category)
    {
        if (_story.Type == TicketType.Alert)
        {
            return FormAnswers.None;
        }
        var form = _world.Catalogue.FormOf(category);
        var forgotten = _plan.Incomplete ? form.Fields.FirstOrDefault(f => f.Required && f.Kind != FieldKind.Choice)?.Key : null;
        var given = new Dictionary<string, JsonElement>();
        foreach (var field in form.Fields.Where(f => f.Key != forgotten && (f.Required || Told(f.Key) is not null || _chance.Happens(0.5))))
        {
            if (Answer(field) is { } answer)
            {
                given[field.Key] = JsonSerializer.SerializeToElement(answer);
            }
        }
        return FormAnswers.FromJson(form, given).Value;
    }

    private string? Told(string key) =>
        _plan.Telling.Symptom is { } symptom && Symptoms.Contains(key) && _story.Answers.ContainsKey(key) ? symptom : _story.Answers.GetValueOrDefault(key);

    private object? Answer(FormField field)
    {
        var told = Told(field.Key) is { } words ? _details.In(words) : null;
        return field.Kind switch
        {
            FieldKind.Choice => field.Options.Any(o => o.Value == told) ? told : field.Options[_chance.Below(Math.Min(2, field.Options.Count))].Value,
            FieldKind.Several => (string[])[told is not null && field.Options.Any(o => o.Value == told) ? told : field.Options[0].Value],
            FieldKind.Place => told ?? (_story.English ? _requester.PlaceEn : _requester.Place),
            FieldKind.Device => told ?? _details[_story.Category == "hardware.printer" ? "printerNo" : "pcNo"],
            FieldKind.DateTime => field.Key == "since" ? _at.AddMinutes(-_chance.Between(20, 2000)).ToUniversalTime() : OfficeHours.DaysAfter(_at, _chance.Between(1, 4), TimeSpan.FromHours(10)).ToUniversalTime(),
            FieldKind.Number => _chance.Between(1, 5),
            FieldKind.Text or FieldKind.LongText => told,
            FieldKind.Files => null,
        };
    }
}
