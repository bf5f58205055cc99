/** What a colour says: nothing, it goes on, somebody must act, it is well, it is not. */
export type Tone = 'plain' | 'go' | 'act' | 'good' | 'bad'
