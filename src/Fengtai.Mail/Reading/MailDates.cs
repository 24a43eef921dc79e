using System.Globalization;

namespace Fengtai.Mail.Reading;

/// <summary>A date as it was understood.</summary>
internal readonly record struct ReadDate(DateTimeOffset At, bool HasZone);

/// <summary>
/// Dates (RFC 5322, 3.3 and 4.3) and what is found instead: two-digit years, no seconds, no or other zones, comments, months as numbers,
/// the order of asctime, ISO 8601, Chinese.
/// </summary>
internal static class MailDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] LongMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Null where it is no date.</summary>
    public static ReadDate? Read(string text)
    {
        // what stands before the last semicolon in a field Received is none of the date
        text = text[(text.LastIndexOf(';') + 1)..];
        if (text.Length > 500 || WithoutComments(text) is not { } plain)
        {
            return null;
        }
        var found = new Found();
        foreach (var token in Tokens(plain))
        {
            if (!found.Take(token))
            {
                return null;
            }
        }
        return found.Date();
    }

    private static string? WithoutComments(string text)
    {
        if (!text.Contains('('))
        {
            return text;
        }
        var depth = 0;
        var plain = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : 0;
            plain[i] = depth > 0 ? ' ' : text[i];
            depth -= text[i] == ')' && depth > 0 ? 1 : 0;
        }
        return depth == 0 ? new(plain) : null;
    }

    private static IEnumerable<string> Tokens(string text)
    {
        text = text.Replace('年', '-').Replace('月', '-').Replace("日", " ", StringComparison.Ordinal);
        foreach (var word in text.Split([' ', '\t', ',', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var time = word.IndexOf('T', StringComparison.OrdinalIgnoreCase);
            if (time is >= 8 and <= 10 && char.IsAsciiDigit(word[time - 1]) && word.Length > time + 1 && char.IsAsciiDigit(word[time + 1]))
            {
                yield return word[..time];
                yield return word[(time + 1)..];
                continue;
            }
            yield return word;
        }
    }

    private sealed class Found
    {
        private readonly List<(int Value, int Digits)> _numbers = [];
        private int? _month;
        private bool _hasNamedMonth;
        private TimeSpan? _time;
        private TimeSpan? _zone;
        private bool _hasZone;

        public bool Take(string token)
        {
            if (_time is null && token.Contains(':'))
            {
                return TakeTime(token);
            }
            if (token[0] is '+' or '-' or '−' && token.Length > 1)
            {
                TakeZone(MailZones.Numeric(token));
                return true;
            }
            if (char.IsAsciiDigit(token[0]))
            {
                return TakeNumbers(token);
            }
            TakeWord(token.TrimEnd('.'));
            return true;
        }

        public ReadDate? Date()
        {
            if (DayMonthYear() is not var (day, month, year) || month is < 1 or > 12 || year is < 1 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                return null;
            }
            var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + (_time ?? TimeSpan.Zero);
            return new(new DateTimeOffset(local, _zone ?? TimeSpan.Zero), _hasZone);
        }

        private bool TakeTime(string token)
        {
            var end = token.IndexOfAny(['+', '-', 'Z', 'z']);
            if (end > 0)
            {
                TakeZone(token[end] is 'Z' or 'z' ? TimeSpan.Zero : MailZones.Numeric(token[end..]));
            }
            var clock = (end > 0 ? token[..end] : token).TrimEnd('A', 'P', 'M', 'a', 'p', 'm').Split(':');
            if (clock.Length is < 2 or > 3 || Number(clock[0]) is not { } hour || Number(clock[1]) is not { } minute || hour > 24 || minute > 59)
            {
                return false;
            }
            var second = clock.Length == 3 ? Number(clock[2].Split('.')[0]) ?? 0 : 0;
            _time = new(hour % 24, minute, Math.Min(second, 59));
            if (token.EndsWith("pm", StringComparison.OrdinalIgnoreCase) || token.EndsWith("am", StringComparison.OrdinalIgnoreCase))
            {
                TakeWord(token[^2..]);
            }
            return true;
        }

        private bool TakeNumbers(string token)
        {
            foreach (var piece in token.Split(['-', '/', '.'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (Number(piece.TrimEnd('t', 'h', 's', 'n', 'd', 'r')) is { } number)
                {
                    _numbers.Add((number, piece.Length));
                }
                else if (MonthOf(piece) is { } month)
                {
                    (_month, _hasNamedMonth) = (month, true);
                }
                else
                {
                    return false;
                }
            }
            return _numbers.Count <= 3;
        }

        private void TakeWord(string word)
        {
            if (!_hasNamedMonth && MonthOf(word) is { } month)
            {
                (_month, _hasNamedMonth) = (month, true);
            }
            else if (word.Equals("pm", StringComparison.OrdinalIgnoreCase) && _time is { Hours: < 12 } time)
            {
                _time = time + TimeSpan.FromHours(12);
            }
            else if (word.Equals("am", StringComparison.OrdinalIgnoreCase) && _time is { Hours: 12 } noon)
            {
                _time = noon - TimeSpan.FromHours(12);
            }
            else if (_time is not null && MailZones.Named(word) is { } zone)
            {
                TakeZone(zone);
            }
            else if (_time is not null && word.IndexOfAny(['+', '-']) is > 0 and var sign)
            {
                TakeZone(MailZones.Numeric(word[sign..]));
            }
        }

        // the first one counts: "+0800 CST" is China's
        private void TakeZone(TimeSpan? zone)
        {
            if (zone is not null && !_hasZone)
            {
                (_zone, _hasZone) = (zone, true);
            }
        }

        private (int Day, int Month, int Year)? DayMonthYear() => (_hasNamedMonth, _numbers) switch
        {
            (true, [var year, var day]) when IsYear(year) => (day.Value, _month!.Value, Year(year)),
            (true, [var day, var year]) => (day.Value, _month!.Value, Year(year)),
            (false, [var year, var month, var day]) when IsYear(year) => (day.Value, month.Value, Year(year)),
            (false, [var day, var month, var year]) => (day.Value, month.Value, Year(year)),
            _ => null,
        };

        private static bool IsYear((int Value, int Digits) number) => number.Digits > 2 || number.Value > 31;

        // RFC 5322, 4.3: two digits below 50 are of this century, other two and three digits count from 1900
        private static int Year((int Value, int Digits) year) => year switch
        {
            { Digits: <= 2, Value: < 50 } => 2000 + year.Value,
            { Digits: <= 3, Value: < 1000 } => 1900 + year.Value,
            _ => year.Value,
        };

        private static int? MonthOf(string word)
        {
            for (var i = 0; i < 12; i++)
            {
                if (word.Equals(Months[i], StringComparison.OrdinalIgnoreCase) || word.Equals(LongMonths[i], StringComparison.OrdinalIgnoreCase))
                {
                    return i + 1;
                }
            }
            return word.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9 : null;
        }

        private static int? Number(string digits) => digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
