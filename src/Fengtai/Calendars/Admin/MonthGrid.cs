using System.Globalization;
using Fengtai.Calendars.Rules;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Fengtai.Calendars.Admin;

/// <summary>A month of days that can be chosen. Written by hand: a year has 365 of them.</summary>
public sealed class MonthGrid : WrittenLeaf
{
    [Inject] public IStringLocalizer Texts { get; set; } = null!;

    [Inject] public PageContext Page { get; set; } = null!;

    [Parameter, EditorRequired] public CalendarYear Year { get; set; } = null!;

    [Parameter, EditorRequired] public int Month { get; set; }

    private bool IsLarge => Year.Month is not null;

    protected override void Write(HtmlWriter html)
    {
        var first = new DateOnly(Year.Year, Month, 1);
        var name = first.ToString(Texts["calendars.month"], Page.Culture);
        html.Add($"<table class=\"month {(IsLarge ? "large" : "")}\"><caption>").Add($"<a href=\"{Year.Address(Year.Year, IsLarge ? null : Month)}\" data-turbo-frame=\"days\" data-turbo-action=\"advance\">{name}</a>");
        html.AddMarkup("</caption><thead><tr>");
        foreach (var day in WeekHours.Names)
        {
            html.Add($"<th scope=\"col\"><abbr title=\"{Texts[$"calendars.data.{day}"].Value}\">{Texts[$"calendars.short.{day}"].Value}</abbr></th>");
        }
        html.AddMarkup("</tr></thead><tbody>");
        var start = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        for (var week = start; week.Year < Year.Year || week.Year == Year.Year && week.Month <= Month; week = week.AddDays(7))
        {
            html.AddMarkup("<tr>");
            for (var date = week; date < week.AddDays(7); date = date.AddDays(1))
            {
                WriteDay(html, date);
            }
            html.AddMarkup("</tr>");
        }
        html.AddMarkup("</tbody></table>");
    }

    private void WriteDay(HtmlWriter html, DateOnly date)
    {
        if (date.Month != Month)
        {
            html.AddMarkup("<td></td>");
            return;
        }
        var plan = Year.Time.PlanOf(date);
        var value = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (kind, mark) = LookOf(plan);
        var title = Year.Names[date].Select(n => n.Title.ToString()).FirstOrDefault(n => n.Length > 0);
        var hours = HoursText.Write(plan.Hours);
        var said = string.Join(' ', new[] { date.ToString(Texts["calendars.day"], Page.Culture), title, hours.Length > 0 ? hours : Texts["calendars.off"].Value }.Where(s => !string.IsNullOrEmpty(s)));
        html.Add($"<td><label class=\"day {kind}{(Year.Painted.ContainsKey(date) ? " painted" : "")}{(date == Year.Today ? " today" : "")}\" title=\"{said}\">")
            .Add($"<input type=\"checkbox\" name=\"day\" id=\"day-{value}\" value=\"{value}\" aria-label=\"{said}\"><span class=\"number\">{date.Day}</span>");
        html.Add($"<small>{(mark is null ? "" : Texts[mark].Value)}{(IsLarge && title is not null ? $" {title}" : "")}</small>");
        if (IsLarge)
        {
            foreach (var h in plan.Hours)
            {
                html.Add($"<small class=\"numeric\">{h.ToString()}</small>");
            }
        }
        html.AddMarkup("</label></td>");
    }

    private static (string Kind, string? Mark) LookOf(DayPlan plan) => (plan.Because, plan.Hours.Count > 0) switch
    {
        (DayBecause.Week, true) => ("worked", null),
        (DayBecause.Season, true) => ("worked season", null),
        (DayBecause.Week or DayBecause.Season, false) => ("closed", null),
        (DayBecause.Holiday, _) => ("holiday", "calendars.mark.off"),
        (DayBecause.MakeUp, true) => ("make-up", "calendars.mark.worked"),
        (DayBecause.MakeUp, false) => ("closed", null),
        (DayBecause.DayOff, _) or (DayBecause.Shift, false) => ("own-off", "calendars.mark.off"),
        (DayBecause.Shift, true) => ("own-hours", "calendars.mark.worked"),
    };
}
