using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Adds a holiday list, with no years yet: for another country, or for what the organisation itself gives.</summary>
internal sealed class AddHolidayList(Work work)
{
    public const int Most = 100;

    public async Task<Result<Guid>> RunAsync(string? name, string? nameEn, Actor actor, CancellationToken cancellation)
    {
        var texts = new GivenTexts();
        var (chinese, english) = (texts.Line("name", name, CalendarDraft.LongestName, required: true), texts.Line("nameEn", nameEn, CalendarDraft.LongestName));
        if (texts.AreRefused)
        {
            return Result<Guid>.Refused(texts.Refusals);
        }
        if (await work.Db.Set<HolidayList>().CountAsync(cancellation) >= Most)
        {
            return new CalendarsAreFull(Most);
        }
        var list = new HolidayList { Id = Guid.CreateVersion7(work.Now), Name = chinese, NameEn = english };
        work.Db.Add(list);
        work.Record(HolidayListEvent.Of(list.Id), new HolidayListAdded(chinese, english), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => list.Id);
    }
}
