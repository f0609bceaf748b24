// Whoever has something to write becomes the writer; everybody else only leaves it in the queue.
namespace Balcony.Server.Sessions;

/// <summary>
/// Taken by one at a time. Who finds it taken leaves his work to who has it, and returns.
/// <code>
///            TryTake: true               TryTake: false
///   nobody ───────────────► writing ──────────────────────► writing, with more
///      ▲      TryLeave: true  │ ▲                                │  TryLeave: false
///      └──────────────────────┘ └──────────── Begin ─────────────┘
/// </code>
/// Any thread may call; a field of this type must not be read-only.
/// </summary>
internal struct WriterRole
{
    private const int Nobody = 0;
    private const int Writing = 1;
    private const int WritingWithMore = 2;

    private int _state;

    /// <summary>True: the caller is the writer now. False: somebody else is, and will see what the caller left.</summary>
    public bool TryTake()
    {
        while (true)
        {
            int state = Volatile.Read(ref _state);
            if (state == Nobody)
            {
                if (Interlocked.CompareExchange(ref _state, Writing, Nobody) == Nobody)
                {
                    return true;
                }
            }
            else if (state == WritingWithMore || Interlocked.CompareExchange(ref _state, WritingWithMore, Writing) == Writing)
            {
                return false;
            }
        }
    }

    /// <summary>The writer looks at the queue: what is left there from now on is more.</summary>
    public void Begin() => Volatile.Write(ref _state, Writing);

    /// <summary>False: more came since the writer began, and it begins again.</summary>
    public bool TryLeave() => Interlocked.CompareExchange(ref _state, Nobody, Writing) == Writing;
}
