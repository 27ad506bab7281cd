/* All that people read on the page, in one table: another language is another table. What the scenario, the methods and the
 * measures are called, and every sentence on results, comes from the core.
 */
const WORDS = {
    setUp: 'Your weeks',
    asWeeks: 'Weeks',
    asText: 'Scenario text',
    undo: 'Undo',

    people: 'People',
    attendance: 'Of them come to a session',
    aWeek: 'Proposals a week',
    facets: 'How complex a proposal is',
    turn: 'A turn at speaking takes',
    timeBox: 'Longest hearing of one proposal',
    lasts: 'How long it is played',
    replications: 'Runs of each design',
    decidesToday: 'Who decides in “{design}”',
    decidesMixed: 'different ones, see the week',
    more: 'More settings',
    unitPeople: 'people',
    unitShare: '%',
    unitAWeek: 'a week',
    unitFacets: 'sides to talk about',
    unitMinutes: 'minutes',
    unitDays: 'days',
    unitRuns: 'runs',
    usual: 'Usual: {least} to {most}.',
    notSaid: 'The scenario does not say it: this is the default.',
    notNumber: 'This needs a number.',
    inText: 'Written as “{value}”: change it in the text.',
    took: 'In “{design}” one decision takes about {minutes} minutes of sessions. If yours take longer, write a larger number.',

    weekOf: 'The week of {design}',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortDays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    everyDay: 'every day',
    everyOne: 'every {day}',
    everyDayBut: 'every day but {days}',
    and: ' and ',
    at: '{days} at {at}, {lasts}',
    atUntil: '{days} at {at}, until it is done',
    hours: '{hours} h',
    hoursMinutes: '{hours} h {minutes} min',
    minutes: '{minutes} min',
    untilDone: 'until it is done',
    decide: 'who decides: {who}',
    nothingDecided: 'nothing is decided',
    unknownMethod: 'a method of this scenario alone',
    block: '{title}, {day} at {at}, {lasts}',
    blockHelp: 'Enter: change. Arrow keys: move. Shift and arrow up or down: shorter or longer. Delete: remove.',
    sum: '{count} sessions a week, together {hours}',
    sumOne: '1 session a week, {hours}',
    sumNone: 'No sessions yet.',
    personHours: '; about {hours} person-hours a week as planned',
    otherLines: 'Also, to be changed in the text:',
    noGrid: 'This design is written in a way that only the text can change.',
    sameForAll: 'This week is the same for all designs that have none of their own.',
    add: 'Add a session',
    rename: 'Rename',
    copy: 'Copy',
    remove: 'Remove',
    copied: '{name}, changed',
    nameOf: 'New name of “{design}”',
    newDesign: 'Name of the new design, a copy of “{design}”',
    save: 'Save',
    cancel: 'Cancel',

    session: 'This session',
    held: 'What is held',
    heldOn: 'Held on',
    begins: 'Begins at',
    length: 'Takes',
    onlyThis: 'Only {day}: make it a session of its own',
    done: 'Done',
    chooseTitle: 'What is held?',
    chooseFind: 'Find',
    chooseNone: 'Nothing is called so.',
    close: 'Close',
    recommended: 'Good for: {for}',
    uses: {
        decisions: 'For decisions', question: 'For one question', vision: 'For a vision', contested: 'Where people disagree',
        feelings: 'For how people feel', groups: 'For working groups', needs: 'For needs and gifts', days: 'Meetings of several days',
    },
    otherUse: 'Others',

    text: 'The scenario as text',
    textHelp: 'Everything that a scenario can say is in the manual of Groundswell: `groundswell help scenario`.',
    mistakes: 'Not run: the scenario has a mistake',
    mistakesMany: 'Not run: the scenario has {count} mistakes',
    atLine: 'Line {line}: {sentence}',
    ofSwitch: 'A switch of “What it depends on”: {sentence}',

    answer: 'The answer',
    noAnswer: 'The first answer comes after some runs of each design.',
    oneDesign: 'There is one design only, so there is nothing to compare. Copy it and change the copy.',
    stale: 'This is the answer from before your last change.',
    after: 'After {done} of {all} runs of each design',
    complete: 'All {all} runs of each design are in.',
    stopped: 'Stopped after {done} of {all} runs of each design.',
    broken: 'A run could not be finished: {sentence}',
    crashed: 'The simulator had to stop. It may need more memory than the browser gives. Try fewer people or a shorter time.',
    withSwitches: 'With {count} of your numbers changed below.',

    capped: 'The scenario asks for {asked} runs of each design. A page plays {all} at most.',
    run: 'Run',
    stop: 'Stop',
    goOn: 'Continue',
    moreRuns: 'More runs: {count}',
    progress: 'Runs',
    starting: 'Starting …',
    runsOf: '{done} of {all} runs',
    tryingOthers: 'Trying the other numbers: {done} of {all} runs',
    allIn: 'All {all} runs are in.',
    stoppedShort: 'Stopped: {done} of {all} runs.',
    toAnswer: 'Answer',
    toSetUp: 'Weeks',

    dots: 'Every run as a dot',
    better: {more: 'more is better', less: 'less is better'},
    mean: '{mean}  (95 % range {low} to {high})',
    dot: 'run {run}: {value}',
    noValue: '{count} runs without a value are left out',
    asTable: 'The same as a table',
    design: 'design',
    meanHead: 'mean',
    range: '95 % range',
    fromTo: '{low} to {high}',
    runs: 'runs',
    runHead: 'run',

    price: 'The price of “{design}”',
    priceNone: 'Nothing else that was measured is clearly worse.',
    gains: 'And what it gains besides:',
    paces: 'Does it keep up with the proposals?',
    cameIn: 'came in',
    decided: 'decided',
    open: 'open',
    keepsUp: 'keeps up',
    fallsBehind: 'falls behind by {trend} a day',
    notClear: 'not clear',

    depends: 'What it depends on',
    doubt: 'Other numbers tried: {tried}. The answer turns around with {around} of them, and becomes unclear with {unclear}.',
    doubtNone: 'Other numbers tried: {tried}. The answer stays with all of them.',
    doubtWhich: 'See which',
    dependsHelp: 'Numbers that may be others where you are. Press one to play everything with it.',
    insteadOf: 'instead of {value}',
    turns: {
        'stays the same': 'answer stays', 'turns around': 'turns around', 'becomes unclear': 'unclear',
        'becomes clear': 'becomes clear', 'remains unclear': 'stays unclear',
    },
    noneTried: 'This scenario names no other numbers to try.',
    switchLabel: '{meaning}: {value} instead of {base}',

    limits: 'What it does not claim',
    limit: [
        'It does not predict what your camp will do: it says what follows from stated assumptions about who can speak when.',
        'Most of these assumptions have no data behind them; the ones named above were tried, the others were not.',
        'Everything was worked out on this device, and nothing was sent; the program on a computer may differ in the last digit.',
    ],

    keep: 'Keep it or pass it on',
    copyLink: 'Copy the link',
    copyText: 'Copy the text',
    saveText: 'Save the text as a file',
    savePage: 'Save this page with my weeks',
    print: 'Print',
    linkCopied: 'The link is copied. It holds your whole set-up.',
    linkOfFile: 'The link is copied. This page is a file on your device, so the link opens on this device only: to pass your set-up on, save this page and mail it.',
    textCopied: 'The text is copied.',
    copyYourself: 'Copy this:',
    badLink: 'The link is damaged, so the page shows its own scenario. Ask for the link again.',
    noStreams: 'This browser cannot make links. Save the page instead.',
};

/* The words of a key, with what stands in braces put in. */
function say(key, values) {
    return sayText(WORDS[key], values);
}

function sayText(words, values) {
    return words.replace(/\{([A-Za-z]+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));
}

/* A number that was estimated: with three digits, zeros too. */
function sayEstimate(value) {
    const words = sayNumber(value), exact = Number.isFinite(value) ? value.toPrecision(3) : '';
    return Math.abs(value) < 1000 && !exact.includes('e') ? exact || words : words;
}

/* A number as people write it: three digits, thousands apart from 10,000 on. */
function sayNumber(value) {
    if (value === null || value === undefined || !Number.isFinite(value))
        return '–';
    if (Math.abs(value) >= 1000)
        return Math.round(value).toLocaleString('en', {useGrouping: Math.abs(value) >= 10000});
    return String(Number(value.toPrecision(3)));
}
