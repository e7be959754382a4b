namespace BedrockJobs.Tests.Service;

public sealed class NearestNamesTests
{
    private static readonly string[] Names =
        ["ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-1", "sa-east-1", "us-east-1", "us-gov-west-1"];

    private static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(index => Names[index]);

    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc-1"], 0, 12];

    [Theory]
    [InlineData("us-esat-1", "us-east-1, sa-east-1")]
    [InlineData("EU-WEST1", "eu-west-1")]
    [InlineData("eu-centrl-1", "eu-central-1, ca-central-1")]
    [InlineData("moon", "")]
    [InlineData("", "")]
    public void The_nearest_name_is_first_and_distant_names_are_omitted(string typed, string expected)
    {
        var near = NearestNames.Of(typed, Names);

        Assert.Equal(expected, string.Join(", ", near));
    }

    [Fact]
    public void A_name_finds_itself_in_any_case()
    {
        Name.Sample(name => NearestNames.Of(name.ToUpperInvariant(), Names)[0] == name);
    }

    [Fact]
    public void A_name_is_found_in_spite_of_any_single_typing_error()
    {
        Gen.Select(Name, Gen.Int[0, 100], Gen.Char['a', 'z'], Gen.Int[0, 3]).Sample((name, where, letter, kind) =>
            NearestNames.Of(Mistype(name, where % (name.Length - 1), letter, kind), Names).Contains(name));
    }

    [Fact]
    public void At_most_three_of_the_known_names_are_returned()
    {
        Gen.Select(Word, Word.Array).Sample((typed, names) =>
        {
            var near = NearestNames.Of(typed, names);
            return near.Count <= 3 && near.All(names.Contains);
        });
    }

    [Fact]
    public void The_order_of_the_known_names_does_not_matter()
    {
        Gen.Select(Word, Word.Array).Sample((typed, names) =>
            NearestNames.Of(typed, names).SequenceEqual(NearestNames.Of(typed, names.Reverse())));
    }

    private static string Mistype(string name, int at, char letter, int kind) => kind switch
    {
        0 => name.Remove(at, 1),
        1 => name.Insert(at, letter.ToString()),
        2 => name.Remove(at, 1).Insert(at, letter.ToString()),
        _ => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
    };
}
