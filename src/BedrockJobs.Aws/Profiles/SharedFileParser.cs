namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// Parses the text of a shared file in the <see
/// href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">format</see> that AWS specifies. It also
/// accepts what only the AWS CLI accepts: names in quotation marks, letters of all scripts in names, and indented
/// settings and comments.
/// </summary>
internal sealed class SharedFileParser
{
    private const string DefaultProfile = "default";

    private readonly SharedFile _result = new();
    private readonly string _path;
    private readonly bool _isConfig;

    private string? _header;
    private FileSection? _section;
    private string? _setting;
    private int _settingIndent;
    private bool _holdsSettings;
    private bool _isDefaultMarked;
    private int _line;

    private SharedFileParser(string path, bool isConfig)
    {
        _path = path;
        _isConfig = isConfig;
    }

    /// <param name="isConfig">
    /// Whether it's a config file, in which a keyword precedes all names except that of the default profile.
    /// </param>
    /// <exception cref="SharedFileException">The format isn't valid.</exception>
    public static SharedFile Parse(string text, string path, bool isConfig)
    {
        var parser = new SharedFileParser(path, isConfig);
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            parser.Read(line);
        }

        return parser._result;
    }

    /// <summary>Removes a comment that follows white space.</summary>
    public static string WithoutComment(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '#' or ';' && text[i - 1] is ' ' or '\t')
            {
                return text[..(i - 1)];
            }
        }

        return text;
    }

    private void Read(string line)
    {
        _line++;
        var content = line.Trim();
        if (content.Length == 0 || content[0] is '#' or ';')
        {
            return;
        }

        var indent = line.Length - line.TrimStart().Length;
        if (_setting is not null && indent > _settingIndent)
        {
            Continue(content);
        }
        else if (content[0] == '[')
        {
            Open(content);
        }
        else if (_header is null)
        {
            throw Fault(SR.FileExpectedProfile);
        }
        else if (_section is not null)
        {
            Set(content, indent);
        }
    }

    private void Open(string content)
    {
        var header = Header(content) ?? throw Fault(SR.FileUnclosedHeader);
        _header = header.Trim();
        _setting = null;
        _section = Section(Words(_header));
    }

    private FileSection? Section(List<(string Text, bool IsQuoted)> words)
    {
        if (!_isConfig)
        {
            // The AWS CLI writes the names in a credentials file as they are.
            var name = words is [{ IsQuoted: true } only] && _header![0] is '\'' or '"' ? only.Text : _header!;
            return Find(IsName(name) ? _result.Profiles : _result.UnlistedProfiles, name);
        }

        if (words is [{ Text: DefaultProfile, IsQuoted: false }])
        {
            // [profile default] takes precedence over [default], wherever it is.
            return _isDefaultMarked ? null : Find(_result.Profiles, DefaultProfile);
        }

        if (words is not [{ IsQuoted: false } kind, { } named] || !(named.IsQuoted || IsName(named.Text)))
        {
            return null;
        }

        switch (kind.Text)
        {
            case "profile":
                if (named.Text == DefaultProfile && !_isDefaultMarked)
                {
                    _isDefaultMarked = true;
                    _result.Profiles.Remove(DefaultProfile);
                }

                return Find(_result.Profiles, named.Text);
            case "sso-session":
                return Find(_result.SsoSessions, named.Text);
            case "services":
                return Find(_result.Services, named.Text);
            default:
                return null;
        }
    }

    private void Set(string content, int indent)
    {
        var line = WithoutComment(content);
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw Fault(indent > 0 ? SR.FileExpectedProperty : SR.FileExpectedEquals);
        }

        var name = line[..equals].Trim();
        if (name.Length == 0)
        {
            throw Fault(SR.FileNamelessProperty);
        }

        var value = line[(equals + 1)..].Trim();
        _setting = name.ToLowerInvariant();
        _settingIndent = indent;
        _holdsSettings = value.Length == 0;
        if (IsName(name))
        {
            _section!.Set(_setting, new FileSetting(value, _path, _header!, _line));
        }
    }

    private void Continue(string content)
    {
        if (_holdsSettings)
        {
            var equals = content.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw Fault(SR.FileExpectedNestedEquals);
            }

            if (content[..equals].Trim().Length == 0)
            {
                throw Fault(SR.FileNamelessNestedProperty);
            }
        }

        if (_section![_setting!] is { } setting)
        {
            _section.Set(_setting!, setting with { Value = setting.Value + '\n' + content });
        }
    }

    private static FileSection Find(Dictionary<string, FileSection> sections, string name)
    {
        if (!sections.TryGetValue(name, out var section))
        {
            sections[name] = section = new FileSection();
        }

        return section;
    }

    // Text after the closing bracket is a comment. The AWS CLI ignores any other text there.
    private static string? Header(string content)
    {
        char? quote = null;
        for (var i = 1; i < content.Length; i++)
        {
            if (content[i] == quote)
            {
                quote = null;
            }
            else if (quote is null && content[i] is '\'' or '"' && content.IndexOf(content[i], i + 1) > 0)
            {
                quote = content[i];
            }
            else if (quote is null && content[i] == ']')
            {
                return content[1..i];
            }
        }

        return null;
    }

    // Splits words like a shell, as the AWS CLI does. There are none if a quotation mark isn't closed.
    private static List<(string Text, bool IsQuoted)> Words(string header)
    {
        var words = new List<(string, bool)>();
        var word = new StringBuilder();
        var isQuoted = false;
        char? quote = null;
        for (var i = 0; i <= header.Length; i++)
        {
            var isEnd = i == header.Length;
            if (isEnd || (quote is null && char.IsWhiteSpace(header[i])))
            {
                if (word.Length > 0)
                {
                    words.Add((word.ToString(), isQuoted));
                }

                word.Clear();
                isQuoted = false;
            }
            else if (header[i] == quote)
            {
                quote = null;
            }
            else if (quote is null && header[i] is '\'' or '"')
            {
                quote = header[i];
                isQuoted = true;
            }
            else if (header[i] == '\\' && i + 1 < header.Length && (quote is null || (quote == '"' && header[i + 1] is '"' or '\\')))
            {
                word.Append(header[++i]);
                isQuoted = true;
            }
            else
            {
                word.Append(header[i]);
            }
        }

        return quote is null ? words : [];
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || "-/.%@_:+".Contains(letter, StringComparison.Ordinal));

    private SharedFileException Fault(string cause) =>
        new(SR.FileFault.With(_path, _line, cause));
}
