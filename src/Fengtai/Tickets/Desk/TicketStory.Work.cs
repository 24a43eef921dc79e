using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>Tasks, and what the work took.</summary>
internal sealed partial class TicketStory
{
    private static IEnumerable<Guid?> PeopleAtWork(TimelineEntry e) => e.Kind switch
    {
        "tasksAdded" => Of<TasksAdded>(e).Tasks.Select(t => t.Task.AssigneeId),
        "taskChanged" when Of<TaskChanged>(e) is var changed => [changed.From.AssigneeId, changed.To.AssigneeId],
        _ => [],
    };

    private StoryLine? AtWork(TimelineEntry e) => e.Kind switch
    {
        "tasksAdded" => Added(e, Of<TasksAdded>(e).Tasks),
        "taskDone" => Say(e, "checklist", Tone.Green, texts["desk.ticket.story.taskDone", Of<TaskDone>(e).Title]),
        "taskReopened" => Say(e, "checklist", Tone.Orange, texts["desk.ticket.story.taskReopened", Of<TaskReopened>(e).Title]),
        "taskChanged" => Changed(e, Of<TaskChanged>(e)),
        "taskRemoved" => Say(e, "checklist", Tone.Grey, texts["desk.ticket.story.taskRemoved", Of<TaskRemoved>(e).Title]),
        "tasksOrdered" => Say(e, "list-numbers", Tone.Grey, texts["desk.ticket.story.tasksOrdered"]),
        "timeSpent" when Of<TimeSpent>(e).Time is var time => Spent(e, "desk.ticket.story.timeSpent", time),
        "timeCorrected" => Corrected(e, Of<TimeCorrected>(e)),
        "timeRemoved" when Of<TimeRemoved>(e).Time is var time => Spent(e, "desk.ticket.story.timeRemoved", time),
        _ => null,
    };

    private StoryLine Added(TimelineEntry e, IReadOnlyList<AddedTask> tasks) => tasks is [var only]
        ? Say(e, "checklist", Tone.Grey, texts["desk.ticket.story.taskAdded", only.Task.Title])
        : Say(e, "checklist", Tone.Grey, texts["desk.ticket.story.tasksAdded", tasks.Count]) with { Text = string.Join('\n', tasks.Select(t => t.Task.Title)), Kind = MessageKind.Internal };

    private StoryLine Changed(TimelineEntry e, TaskChanged happened) => Say(e, "checklist", Tone.Grey, texts["desk.ticket.story.taskChanged", happened.From.Title]) with
    {
        Changes = Changes(
            (texts["desk.tasks.what"], happened.From.Title, happened.To.Title),
            (texts["desk.tasks.who"], names.PersonName(happened.From.AssigneeId), names.PersonName(happened.To.AssigneeId)),
            (texts["desk.tasks.due"], happened.From.Due is { } was ? times.Date(was) : null, happened.To.Due is { } due ? times.Date(due) : null),
            (texts["desk.tasks.required"], YesNo(happened.From.Required), YesNo(happened.To.Required))),
    };

    private StoryLine Spent(TimelineEntry e, string key, TimeFacts time) =>
        Say(e, "hourglass", Tone.Grey, texts[key, texts.Spent(time.Minutes), texts.Of(time.Work), times.Date(time.Day)]) with { Text = time.Note, Kind = MessageKind.Internal };

    private StoryLine Corrected(TimelineEntry e, TimeCorrected happened) => Say(e, "hourglass", Tone.Grey, texts["desk.ticket.story.timeCorrected"]) with
    {
        Changes = Changes(
            (texts["desk.time.spent"], texts.Spent(happened.From.Minutes), texts.Spent(happened.To.Minutes)),
            (texts["desk.time.work"], texts.Of(happened.From.Work), texts.Of(happened.To.Work)),
            (texts["desk.time.day"], times.Date(happened.From.Day), times.Date(happened.To.Day)),
            (texts["desk.time.note"], happened.From.Note, happened.To.Note)),
    };
}
