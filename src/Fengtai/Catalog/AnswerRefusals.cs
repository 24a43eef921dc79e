using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;

namespace Fengtai.Catalog;

/// <summary>An answer to a form that cannot be one.</summary>
public abstract record AnswerRefusal(string Key, Wording Question) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => FormAnswers.FieldPrefix + Key;

    public override object[] Arguments => [Question];
}

/// <summary>The form has no such question.</summary>
public sealed record AnswerIsToNoQuestion(string Key) : AnswerRefusal(Key, new Wording(Key, Key));

public sealed record AnswerIsNotText(string Key, Wording Question) : AnswerRefusal(Key, Question);

public sealed record AnswerIsNotANumber(string Key, Wording Question) : AnswerRefusal(Key, Question);

public sealed record AnswerIsNotATime(string Key, Wording Question) : AnswerRefusal(Key, Question);

public sealed record AnswerIsNotAnOption(string Key, Wording Question) : AnswerRefusal(Key, Question);

public sealed record AnswerIsNotAFile(string Key, Wording Question) : AnswerRefusal(Key, Question);
