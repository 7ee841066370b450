// The block in the editor: its choices beside the page, and in the page what it will be. Written as it runs: nothing to build.
(function (wp) {
  const { createElement: element, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextControl } = wp.components;
  const { __ } = wp.i18n;

  // Drawn, not named: the font of named icons is not loaded in the frame in which the editor shows the page.
  const calendar = element(
    'svg',
    { viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': true },
    element('path', {
      d: 'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM4 10h16M8 3v4M16 3v4',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.5,
    }),
  );

  const ways = [
    { value: 'inline', label: __('Inside the page', 'opus-booking') },
    { value: 'button', label: __('A button that opens the booking', 'opus-booking') },
    { value: 'floating', label: __('A floating button', 'opus-booking') },
    { value: 'iframe', label: __('In a frame', 'opus-booking') },
    { value: 'link', label: __('A link to the booking page', 'opus-booking') },
  ];
  const texts = [
    ['account', __('Account', 'opus-booking'), 'opusdentalklinikken'],
    ['service', __('Address of the service', 'opus-booking'), 'https://booking.example.com'],
    ['page', __('Address of the booking page', 'opus-booking'), ''],
    ['label', __('Text of the button', 'opus-booking'), ''],
    ['lang', __('Language', 'opus-booking'), 'nb, sv, fi, da, en'],
    ['clinic', __('Clinic (id)', 'opus-booking'), ''],
    ['treatment', __('Treatment (id)', 'opus-booking'), ''],
    ['clinician', __('Clinician (id)', 'opus-booking'), ''],
    ['accent', __('Colour', 'opus-booking'), '#0a7d75'],
    ['hide', __('Left out', 'opus-booking'), 'logo welcome language header footer'],
    ['avoid', __('A floating button stays above (CSS selector)', 'opus-booking'), '#consent'],
  ];

  wp.blocks.registerBlockType('opus-booking/booking', {
    edit({ attributes, setAttributes, isSelected }) {
      const field = ([name, label, placeholder]) =>
        element(TextControl, {
          key: name,
          label,
          placeholder,
          value: attributes[name],
          // As it is typed: a word of a button's text may be followed by another.
          onChange: (value) => setAttributes({ [name]: value }),
          onBlur: () => setAttributes({ [name]: attributes[name].trim() }),
          __nextHasNoMarginBottom: true,
          __next40pxDefaultSize: true,
        });
      const isReady = attributes.account !== '' && attributes.service !== '';
      const way = ways.find(({ value }) => value === attributes.way);
      return element(
        Fragment,
        {},
        element(
          InspectorControls,
          {},
          element(
            PanelBody,
            { title: 'Opus Booking' },
            element(SelectControl, {
              label: __('Way', 'opus-booking'),
              value: attributes.way,
              options: ways,
              onChange: (value) => setAttributes({ way: value }),
              __nextHasNoMarginBottom: true,
              __next40pxDefaultSize: true,
            }),
            texts.map(field),
          ),
        ),
        element(
          'div',
          useBlockProps(),
          element(
            Placeholder,
            {
              icon: calendar,
              label: 'Opus Booking',
              instructions: isReady
                ? `${way?.label}: ${attributes.account}`
                : __(
                    'Write account and service, as the embed code of your console has them.',
                    'opus-booking',
                  ),
            },
            // Also when both have a first letter: whoever types goes on.
            isReady && !isSelected ? null : texts.slice(0, 2).map(field),
          ),
        ),
      );
    },
    // What stands on the page is written by PHP.
    save: () => null,
  });
})(globalThis.wp);
