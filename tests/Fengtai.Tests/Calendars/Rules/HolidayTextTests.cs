using Fengtai.Calendars.Rules;
using Xunit;

namespace Fengtai.Tests.Calendars.Rules;

public sealed class HolidayTextTests
{
    [Theory]
    [InlineData("2027-01-01", "2027-01-01 休")]
    [InlineData("2027-1-1 元旦", "2027-01-01 休 元旦")]
    [InlineData("2027-02-05..2027-02-07 休 春节 | Spring Festival", "2027-02-05..2027-02-07 休 春节 | Spring Festival")]
    [InlineData("2027/02/05~02/07,放假,春节", "2027-02-05..2027-02-07 休 春节")]
    [InlineData("2027年5月1日至5日，劳动节", "2027-05-01..2027-05-05 休 劳动节")]
    [InlineData("2027年5月8日：上班", "2027-05-08 班")]
    [InlineData("2027-05-08 worked", "2027-05-08 班")]
    [InlineData("2027-05-08 off Bank holiday", "2027-05-08 休 Bank holiday")]
    [InlineData("2027-05-08 班车日", "2027-05-08 休 班车日")]
    [InlineData("# 说明\n\n2027-05-08 班\r\n2027-05-09 班", "2027-05-08..2027-05-09 班")]
    [InlineData("2026-12-31–2027-01-02 休 元旦", "2026-12-31..2027-01-02 休 元旦")]
    public void Lines_AreReadAsPeopleWriteThem(string text, string written) => Assert.Equal(written, HolidayText.Write(HolidayText.Read(text).Value));

    [Theory]
    [InlineData("tomorrow", "holidayLineIsNotReadable")]
    [InlineData("2027-02-29 休", "holidayLineIsNotReadable")]
    [InlineData("2027-02-10..2027-02-01 休", "holidayLineIsNotReadable")]
    [InlineData("2027-01-01..2027-12-31 休", "holidayLineIsNotReadable")]
    [InlineData("1066-10-14", "holidayLineIsNotReadable")]
    [InlineData("2027-05-01..05-03 休\n2027-05-02 班", "holidayIsBoth")]
    public void WhatCannotBeRead_IsSaidWithItsLine(string text, string code) => Assert.Equal(code, HolidayText.Read(text).Refusal?.Code);
}
