<?php
/**
 * What editor.js needs of the editor; there is nothing to build.
 *
 * @package OpusBooking
 */

return array(
	'dependencies' => array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '0.1.0',
);
