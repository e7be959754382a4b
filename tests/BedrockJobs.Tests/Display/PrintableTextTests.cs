namespace BedrockJobs.Tests.Display;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("train-1", "train-1")]
    [InlineData("größe-模型-🚀", "größe-模型-🚀")]
    [InlineData("a\u001B[31mb", "a\u241B[31mb")]
    [InlineData("a\tb\r\nc", "a\u2409b\u240D\u240Ac")]
    [InlineData("a\u007Fb", "a\u2421b")]
    [InlineData("a\u009B31mb", "a\uFFFD31mb")]
    [InlineData("tag\U000E0041x", "tag\uFFFD\uFFFDx")]
    [InlineData("evil\u202Egpj.exe", "evil\uFFFDgpj.exe")]
    public void Control_characters_become_visible_symbols_and_other_text_is_unchanged(string? text, string expected)
    {
        Assert.Equal(expected, PrintableText.From(text));
    }

    [Fact]
    public void No_control_character_remains_and_no_text_changes_its_length()
    {
        Gen.String.Sample(text =>
        {
            var printable = PrintableText.From(text);
            return printable.Length == text.Length && !printable.Any(char.IsControl);
        });
    }
}
